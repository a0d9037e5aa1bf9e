using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>
/// Which categories a seller sells and who bought of each: read from the stored lines, because the columns, which
/// every other question reads, carry none. The last answers are kept while the ledger does not grow.
/// </summary>
public sealed class PurchaseCategories(SellerDbContextFactory contexts)
{
    private const int MostKept = 32;

    private readonly ConcurrentDictionary<object, object> _kept = new();

    /// <summary>All categories of the seller's current lines, by name.</summary>
    public Task<IReadOnlyList<string>> ListAsync(
        SellerAccess access,
        long sequence,
        CancellationToken cancellation
    ) =>
        KeptAsync(
            (access.SellerId, sequence),
            async () =>
            {
                await using var context = contexts.ForSeller(access.SellerId);
                var names = await context
                    .Set<PurchaseLine>()
                    .Where(l => l.SupersededBy == null && l.Category != null)
                    .Select(l => l.Category!)
                    .Distinct()
                    .ToListAsync(cancellation);
                names.Sort(StringComparer.CurrentCulture);
                return (IReadOnlyList<string>)names;
            },
            cancellation
        );

    /// <summary>Keys of the buyers who bought something of the category by the end of the day and kept some of it.</summary>
    public Task<IReadOnlySet<long>> BuyersAsync(
        SellerAccess access,
        long sequence,
        string category,
        DayNumber asOf,
        CancellationToken cancellation
    ) =>
        KeptAsync(
            (access.SellerId, sequence, category, asOf),
            async () =>
            {
                var end = access.Calendar.StartOf(asOf + 1);
                await using var context = contexts.ForSeller(access.SellerId);
                var keys = await context
                    .Set<PurchaseLine>()
                    .Where(l => l.SupersededBy == null && l.Category == category && l.BoughtAt < end)
                    .Where(l => l.Quantity > l.ReturnedQuantity)
                    .Select(l => l.BuyerKey)
                    .Distinct()
                    .ToListAsync(cancellation);
                return (IReadOnlySet<long>)keys.ToHashSet();
            },
            cancellation
        );

    // Off the caller's thread: SQLite answers a query of many rows where it is asked.
    private async Task<T> KeptAsync<T>(object key, Func<Task<T>> read, CancellationToken cancellation)
        where T : notnull
    {
        if (_kept.TryGetValue(key, out var known))
            return (T)known;
        var made = await Task.Run(read, cancellation);
        if (_kept.Count >= MostKept)
            _kept.Clear();
        _kept[key] = made;
        return made;
    }
}
