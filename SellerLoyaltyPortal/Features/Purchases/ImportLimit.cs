using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>
/// How many files a person or a key may send within an hour: each is kept and read, and a seller is not to keep
/// the disk busy for all the others. A machine sends one after another for good reason, so it may send more.
/// </summary>
public sealed class ImportLimit(IOptions<PurchasesOptions> options, TimeProvider clock)
{
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<Guid, Queue<DateTimeOffset>> _sent = new();

    public int MostOf(SellerAccess access) =>
        access.IsMachine ? options.Value.FilesPerHourOfKey : options.Value.FilesPerHour;

    /// <returns>Zero where the file may come; otherwise how long to wait. Such an attempt does not count.</returns>
    public TimeSpan Take(SellerAccess access)
    {
        var now = clock.GetUtcNow();
        var sent = _sent.GetOrAdd(access.UserId, _ => new());
        lock (sent)
        {
            // A clock that was set back leaves instants ahead: they don't count for longer than the window.
            while (sent.TryPeek(out var first) && (now - first).Duration() >= Window)
                sent.Dequeue();
            if (sent.Count >= MostOf(access))
                return Window - (now - sent.Peek()).Duration();
            sent.Enqueue(now);
            return TimeSpan.Zero;
        }
    }
}
