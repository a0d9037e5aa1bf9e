using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Purchases.Persistence;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>
/// Lines of a seller's ledger as it stood at one sequence number, read one after another: the same question gives
/// the same lines later, whatever was appended or corrected since.
/// </summary>
public sealed class LedgerExtract(SellerDbContextFactory contexts)
{
    private const string Condition = """
        l."SellerId" = ?1 AND l."Sequence" <= ?2 AND (l."SupersededBy" IS NULL OR l."SupersededBy" > ?2)
        AND l."BoughtAt" >= ?3 AND l."BoughtAt" < ?4
        """;

    /// <summary>How many lines, and their sums.</summary>
    /// <exception cref="SqliteException">The sums no longer fit into 64 bits.</exception>
    public LedgerExtractTotals Totals(LedgerExtractQuery query)
    {
        using var context = contexts.ForSeller(query.SellerId);
        using var statement = Prepared(
            context,
            query,
            $"""
            SELECT count(*), ifnull(sum(l."Quantity"), 0), ifnull(sum(l."ListAmount"), 0),
                   ifnull(sum(l."SellerAmount"), 0), ifnull(sum(l."PaidAmount"), 0), ifnull(sum(l."ReturnedQuantity"), 0)
            FROM "PurchaseLines" l WHERE {Condition}
            """
        );
        statement.Step();
        return new(
            checked((int)statement.Int64(0)),
            statement.Int64(1),
            new(statement.Int64(2)),
            new(statement.Int64(3)),
            new(statement.Int64(4)),
            statement.Int64(5)
        );
    }

    /// <summary>The lines in the order in which they were stored.</summary>
    public IEnumerable<LedgerExtractLine> Lines(LedgerExtractQuery query)
    {
        using var context = contexts.ForSeller(query.SellerId);
        using var lines = Prepared(
            context,
            query,
            $"""
            SELECT l."LineId", l."Version", b."ExternalId", l."OrderId", l."Sku", l."Category", l."Quantity",
                   l."ListAmount", l."SellerAmount", l."PaidAmount", l."WithLoyaltyDiscount", l."BoughtAt",
                   l."ReturnedAt", l."ReturnedQuantity"
            FROM "PurchaseLines" l
            JOIN "Buyers" b ON b."SellerId" = l."SellerId" AND b."Key" = l."BuyerKey"
            WHERE {Condition} ORDER BY l."Sequence"
            """
        );
        while (lines.Step())
            yield return new(
                lines.Text(0),
                lines.Int32(1),
                lines.Text(2),
                lines.Text(3),
                lines.Text(4),
                lines.IsNull(5) ? null : lines.Text(5),
                lines.Int64(6),
                new(lines.Int64(7)),
                new(lines.Int64(8)),
                new(lines.Int64(9)),
                lines.Int64(10) != 0,
                Instant(lines.Int64(11)),
                lines.IsNull(12) ? null : Instant(lines.Int64(12)),
                lines.Int64(13)
            );
    }

    private static PreparedStatement Prepared(PortalDbContext context, LedgerExtractQuery query, string sql)
    {
        context.Database.OpenConnection();
        var statement = new PreparedStatement((SqliteConnection)context.Database.GetDbConnection(), sql);
        statement.Bind(1, query.SellerId.Value);
        statement.Bind(2, query.Sequence);
        statement.Bind(3, query.From.ToUnixTimeMilliseconds());
        statement.Bind(4, query.Before.ToUnixTimeMilliseconds());
        return statement;
    }

    private static DateTimeOffset Instant(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
