using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases.Persistence;

namespace SellerLoyaltyPortal.Tests.Support;

/// <summary>
/// Writes sellers' ledgers straight into the tables, in the time that a load or a test should not spend on it. The
/// benchmarks compile this file too.
/// </summary>
internal static class LedgerFill
{
    /// <param name="contexts">Of the database.</param>
    /// <param name="seller">Has no purchases yet.</param>
    /// <param name="buyers">With two lines each.</param>
    /// <param name="firstKey">Of the first buyer; keys are unique over all sellers.</param>
    /// <param name="likeAShop">
    /// Two years, and half of the lines go to few of the buyers; otherwise two lines for each in the last year.
    /// </param>
    public static async Task AddAsync(
        SellerDbContextFactory contexts,
        Seller seller,
        int buyers,
        long firstKey,
        bool likeAShop = false
    )
    {
        await using var context = contexts.ForSeller(seller.Id);
        await context.Database.OpenConnectionAsync();
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        var days = likeAShop ? 720 : 360;
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
                insert.Bind(3, IdOf(key));
                insert.Run();
            }
            for (var sequence = 1L; sequence <= 2L * buyers; sequence++)
            {
                line.Bind(1, seller.Id.Value);
                line.Bind(2, sequence);
                line.Bind(3, firstKey + BuyerOf(sequence));
                line.Bind(4, "L" + sequence.ToString("D9", CultureInfo.InvariantCulture));
                line.Bind(5, "O" + sequence.ToString("D9", CultureInfo.InvariantCulture));
                line.Bind(6, random.Next(100, 3_000) * 10_000L);
                line.Bind(7, noon - random.Next(1, days) * 86_400_000L);
                line.Run();
            }
        }
        Execute(
            connection,
            string.Create(
                CultureInfo.InvariantCulture,
                $"""INSERT INTO "LedgerHeads" ("SellerId", "Sequence", "CurrentLines", "Buyers", "FirstBoughtAt", "LastBoughtAt") VALUES ({seller.Id.Value}, {2L * buyers}, {2L * buyers}, {buyers}, {noon - (days - 1) * 86_400_000L}, {noon - 86_400_000L})"""
            )
        );
        Execute(connection, "COMMIT");
        Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");

        // A repeatable number from 0 to 1 for each line: its cube gives the low keys most of the second half.
        long BuyerOf(long sequence) =>
            likeAShop && sequence > buyers
                ? (long)(buyers * Math.Pow(sequence * 0.618_033_988_75 % 1, 3))
                : (sequence - 1) % buyers;
    }

    /// <summary>What the shop calls its buyer of so many.</summary>
    public static string IdOf(long key) => "b" + key.ToString("D7", CultureInfo.InvariantCulture);

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var statement = new PreparedStatement(connection, sql);
        statement.Step();
    }
}
