using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases.Persistence;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>
/// A seller's sales by goods, for members: read from the stored lines when they are asked for, because the columns,
/// which every other question reads, carry none. Kept with the ledger's snapshot.
/// </summary>
public sealed class GoodsSales(SellerDbContextFactory contexts, LedgerSnapshots snapshots)
{
    /// <summary>What was bought on the days and kept, by article, the largest revenue first.</summary>
    public async Task<IReadOnlyList<GoodsSold>> BetweenAsync(
        SellerAccess access,
        DayRange days,
        CancellationToken cancellation
    )
    {
        var snapshot = await snapshots.GetWholeAsync(access.SellerId, cancellation);
        return await snapshots.BesideAsync(
            snapshot,
            ("goods", days),
            () => Task.FromResult(Read(access, days, cancellation)),
            static sold => sold.Sum(g => 64L + 2 * g.Sku.Length)
        );
    }

    private List<GoodsSold> Read(SellerAccess access, DayRange days, CancellationToken cancellation)
    {
        using var context = contexts.ForSeller(access.SellerId);
        context.Database.OpenConnection();
        using var lines = new PreparedStatement(
            (SqliteConnection)context.Database.GetDbConnection(),
            // Lines of one article, quantity and return differ in their amounts only, so that a return's
            // share can be taken of the sum.
            """
            SELECT "Sku", "Quantity", "ReturnedQuantity", COUNT(*), SUM("SellerAmount")
            FROM "PurchaseLines"
            WHERE "SellerId" = ?1 AND "SupersededBy" IS NULL AND "BoughtAt" >= ?2 AND "BoughtAt" < ?3
            GROUP BY "Sku", "Quantity", "ReturnedQuantity"
            """
        );
        lines.Bind(1, access.SellerId.Value);
        lines.Bind(2, access.Calendar.StartOf(days.First).ToUnixTimeMilliseconds());
        lines.Bind(3, access.Calendar.StartOf(days.Last + 1).ToUnixTimeMilliseconds());
        var sold = new Dictionary<string, (long Pieces, Money Revenue)>(StringComparer.Ordinal);
        while (lines.Step())
        {
            cancellation.ThrowIfCancellationRequested();
            var (quantity, returned, count) = (lines.Int64(1), lines.Int64(2), lines.Int64(3));
            var amount = new Money(lines.Int64(4));
            var kept = quantity - returned;
            var known = sold.GetValueOrDefault(lines.Text(0));
            sold[lines.Text(0)] = (
                checked(known.Pieces + kept * count),
                known.Revenue + (returned == 0 ? amount : amount.Fraction(kept, quantity))
            );
        }
        return
        [
            .. sold.Select(g => new GoodsSold(g.Key, g.Value.Pieces, g.Value.Revenue))
                .OrderByDescending(g => g.Revenue)
                .ThenBy(g => g.Sku, StringComparer.Ordinal),
        ];
    }
}
