using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>
/// Which categories a seller sells and who bought of each: read from the stored lines when it is asked for, because the
/// columns, which every other question reads, carry none. Kept with the snapshot that it belongs to.
/// </summary>
public sealed class PurchaseCategories(SellerDbContextFactory contexts, LedgerSnapshots snapshots)
{
    /// <summary>All categories of the seller's current lines, by name.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(
        SellerAccess access,
        LedgerSnapshot snapshot,
        CancellationToken cancellation
    )
    {
        var names = await snapshots.BesideAsync(
            snapshot,
            "categories",
            async () =>
            {
                await using var context = contexts.ForSeller(access.SellerId);
                return await context
                    .Set<PurchaseLine>()
                    .Where(l => l.SupersededBy == null && l.Category != null)
                    .Select(l => l.Category!)
                    .Distinct()
                    .ToArrayAsync(cancellation);
            },
            static names => names.Sum(n => 32L + 2 * n.Length)
        );
        // By the reader's alphabet, not by that of who asked first.
        return [.. names.Order(StringComparer.CurrentCulture)];
    }

    /// <summary>The snapshot's buyers who bought something of the category by the end of the day and kept some of it.</summary>
    public Task<CategoryBuyers> BuyersAsync(
        SellerAccess access,
        LedgerSnapshot snapshot,
        string category,
        DayNumber asOf,
        CancellationToken cancellation
    ) =>
        snapshots.BesideAsync(
            snapshot,
            (category, asOf),
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
                var buyers = snapshot.Columns.Buyers;
                // Who came after the snapshot was made is not in it.
                var known = keys.Select(k => buyers.TryFindKey(k, out var ordinal) ? ordinal : -1);
                return new CategoryBuyers(buyers.Count, known.Where(o => o >= 0));
            },
            static buyers => buyers.Bytes
        );
}
