using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>
/// How many files a person may send within an hour: each is kept and read, and a seller's owner is not to keep
/// the disk busy for all the others.
/// </summary>
/// <remarks>A machine sends one after another for good reason, and has its key's own limit.</remarks>
public sealed class ImportLimit(IOptions<PurchasesOptions> options, TimeProvider clock)
{
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<Guid, Queue<DateTimeOffset>> _sent = new();

    public int Most => options.Value.FilesPerHour;

    /// <returns>False where the hour's number is used up; such an attempt does not count.</returns>
    public bool TryTake(SellerAccess access)
    {
        var now = clock.GetUtcNow();
        var sent = _sent.GetOrAdd(access.UserId, _ => new());
        lock (sent)
        {
            // A clock that was set back leaves instants ahead: they don't count for longer than the window.
            while (sent.TryPeek(out var first) && (now - first).Duration() >= Window)
                sent.Dequeue();
            if (sent.Count >= Most)
                return false;
            sent.Enqueue(now);
            return true;
        }
    }
}
