using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Persistence;

/// <summary>Streams the current lines of a context's seller into columns.</summary>
internal static class SnapshotLoader
{
    public static LedgerSnapshot Load(PortalDbContext context)
    {
        var seller = context.Seller;
        context.Database.OpenConnection();
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        // One reading transaction: lines, buyers and sequence are of the same moment.
        using var transaction = connection.BeginTransaction(deferred: true);
        context.Database.UseTransaction(transaction);
        var zone = context.Set<Seller>().Where(s => s.Id == seller).Select(s => s.TimeZoneId).Single();
        var sequence = context.Set<LedgerHead>().Select(h => (long?)h.Sequence).SingleOrDefault() ?? 0;
        var builder = new PurchaseColumnsBuilder();
        AddBuyers(builder, connection, seller);
        AddLines(builder, connection, seller, BusinessCalendar.Of(zone));
        var columns = builder.Build(sequence);
        return new(seller, columns, sequence, columns.FirstDay, columns.LastDay, columns.LineCount);
    }

    private static void AddBuyers(
        PurchaseColumnsBuilder builder,
        SqliteConnection connection,
        SellerId seller
    )
    {
        using var buyers = new PreparedStatement(
            connection,
            """SELECT "Key", "ExternalId" FROM "Buyers" WHERE "SellerId" = ?1"""
        );
        buyers.Bind(1, seller.Value);
        while (buyers.Step())
            builder.AddBuyer(buyers.Int64(0), new BuyerId(buyers.Text(1)));
    }

    private static void AddLines(
        PurchaseColumnsBuilder builder,
        SqliteConnection connection,
        SellerId seller,
        BusinessCalendar calendar
    )
    {
        using var lines = new PreparedStatement(
            connection,
            """
            SELECT "BuyerKey", "BoughtAt", "ListAmount", "SellerAmount", "PaidAmount", "Quantity",
                   "ReturnedQuantity", "ReturnedAt", "OrderId", "WithLoyaltyDiscount"
            FROM "PurchaseLines" WHERE "SellerId" = ?1 AND "SupersededBy" IS NULL
            """
        );
        lines.Bind(1, seller.Value);
        var orders = new OrderNumbers();
        while (lines.Step())
            builder.Add(
                new LedgerLine(
                    BuyerKey: lines.Int64(0),
                    BoughtOn: DayOf(lines.Int64(1)),
                    ListPrice: new Money(lines.Int64(2)),
                    SellerPrice: new Money(lines.Int64(3)),
                    PricePaid: new Money(lines.Int64(4)),
                    Quantity: lines.Int64(5),
                    ReturnedQuantity: lines.Int64(6),
                    ReturnedOn: lines.IsNull(7) ? null : DayOf(lines.Int64(7)),
                    Order: orders.NumberOf(lines.Utf8(8)),
                    Discounted: lines.Int64(9) != 0
                )
            );

        DayNumber DayOf(long milliseconds) =>
            calendar.DayOf(milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000);
    }
}
