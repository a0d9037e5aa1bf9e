using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases.Persistence;

namespace SellerLoyaltyPortal.Benchmarks.Portal;

/// <summary>Writes sellers' ledgers straight into the tables, in the time that a load should not spend on it.</summary>
internal static class LedgerFill
{
    /// <param name="contexts">Of the database.</param>
    /// <param name="seller">Has no purchases yet.</param>
    /// <param name="buyers">Each with two lines in the last year.</param>
    /// <param name="firstKey">Of the first buyer; keys are unique over all sellers.</param>
    public static async Task AddAsync(
        SellerDbContextFactory contexts,
        Seller seller,
        int buyers,
        long firstKey
    )
    {
        await using var context = contexts.ForSeller(seller.Id);
        await context.Database.OpenConnectionAsync();
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        var noon = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        Execute(connection, "BEGIN");
        using (
            var insert = new PreparedStatement(
                connection,
                """INSERT INTO "Buyers" ("Key", "SellerId", "ExternalId") VALUES (?1, ?2, ?3)"""
            )
        )
        using (
            var line = new PreparedStatement(
                connection,
                """
                INSERT INTO "PurchaseLines" ("SellerId", "Sequence", "BuyerKey", "LineId", "Version", "OrderId", "Sku",
                    "Quantity", "ListAmount", "SellerAmount", "PaidAmount", "WithLoyaltyDiscount", "BoughtAt",
                    "ReturnedQuantity", "ImportId")
                VALUES (?1, ?2, ?3, ?4, 1, ?5, 'S', 1, ?6, ?6, ?6, 0, ?7, 0, 0)
                """
            )
        )
        {
            var random = new Random(seller.Id.Value);
            for (var key = 1; key <= buyers; key++)
            {
                insert.Bind(1, firstKey + key - 1);
                insert.Bind(2, seller.Id.Value);
                insert.Bind(3, LedgerGenerator.IdOf(key));
                insert.Run();
            }
            for (var sequence = 1L; sequence <= 2L * buyers; sequence++)
            {
                line.Bind(1, seller.Id.Value);
                line.Bind(2, sequence);
                line.Bind(3, firstKey + (sequence - 1) % buyers);
                line.Bind(4, "L" + sequence.ToString("D9", CultureInfo.InvariantCulture));
                line.Bind(5, "O" + sequence.ToString("D9", CultureInfo.InvariantCulture));
                line.Bind(6, random.Next(100, 3_000) * 10_000L);
                line.Bind(7, noon - random.Next(1, 360) * 86_400_000L);
                line.Run();
            }
        }
        Execute(
            connection,
            string.Create(
                CultureInfo.InvariantCulture,
                $"""INSERT INTO "LedgerHeads" ("SellerId", "Sequence", "CurrentLines", "Buyers", "FirstBoughtAt", "LastBoughtAt") VALUES ({seller.Id.Value}, {2L * buyers}, {2L * buyers}, {buyers}, {noon - 359 * 86_400_000L}, {noon - 86_400_000L})"""
            )
        );
        Execute(connection, "COMMIT");
        Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var statement = new PreparedStatement(connection, sql);
        statement.Step();
    }
}
