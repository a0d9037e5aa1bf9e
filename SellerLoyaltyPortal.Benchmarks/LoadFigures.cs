using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Purchases.Persistence;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Benchmarks;

/// <summary>From the portal's own tables to a ready engine.</summary>
internal static class LoadFigures
{
    /// <summary>A migrated database with one seller's generated ledger in the real tables.</summary>
    public static async Task WriteAsync(int lines, string folder)
    {
        Directory.CreateDirectory(folder);
        await using var services = Services(folder);
        await services.MigrateDatabaseAsync(CancellationToken.None);
        await using var context = services.GetRequiredService<SellerDbContextFactory>().ForPlatform();
        var seller = new Seller
        {
            Slug = "bench",
            Name = "Bench",
            CurrencyCode = "RUB",
            TimeZoneId = "Europe/Moscow",
            CreatedAt = new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero),
        };
        context.Add(seller);
        await context.SaveChangesAsync();
        await context.Database.OpenConnectionAsync();
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        // Building the index of line ids would take longer than everything else, and loading does not use it.
        Execute(connection, """DROP INDEX IF EXISTS "IX_PurchaseLines_SellerId_LineId_Version" """);
        Execute(connection, "BEGIN");
        var generator = new LedgerGenerator(lines);
        WriteBuyers(connection, seller.Id, generator.BuyerCount);
        WriteLines(connection, seller.Id, generator);
        Execute(
            connection,
            string.Create(
                CultureInfo.InvariantCulture,
                $"""INSERT INTO "LedgerHeads" ("SellerId", "Sequence", "CurrentLines", "Buyers") VALUES ({seller.Id.Value}, {lines}, {lines}, {generator.BuyerCount})"""
            )
        );
        Execute(connection, "COMMIT");
        Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    public static async Task LoadAsync(string folder)
    {
        await using var services = Services(folder);
        var contexts = services.GetRequiredService<SellerDbContextFactory>();
        // Everything, as sqlite3 is asked for it, and what the lookups of a seller need.
        foreach (
            var (name, columns) in new[]
            {
                ("load", PurchaseColumnSet.All),
                ("load_rule", EligibilityRule.Default.Needs),
            }
        )
        {
            for (var run = 0; run < 2; run++)
            {
                var (loaded, seconds) = Figures.Timed(() =>
                    new SnapshotLoader(contexts, new SellerId(1)).Load(columns)
                );
                Figures.Print(name + "_s", seconds);
                Figures.Print(name + "_lines", loaded.Snapshot.LineCount);
                Figures.Print(
                    name + "_bytes_per_line",
                    (double)loaded.Bytes / Math.Max(1, loaded.Snapshot.LineCount)
                );
            }
        }
    }

    private static void WriteBuyers(SqliteConnection connection, SellerId seller, int count)
    {
        using var insert = new PreparedStatement(
            connection,
            """INSERT INTO "Buyers" ("Key", "SellerId", "ExternalId") VALUES (?1, ?2, ?3)"""
        );
        for (var key = 1; key <= count; key++)
        {
            insert.Bind(1, key);
            insert.Bind(2, seller.Value);
            insert.Bind(3, LedgerGenerator.IdOf(key));
            insert.Run();
        }
    }

    private static void WriteLines(SqliteConnection connection, SellerId seller, LedgerGenerator generator)
    {
        using var insert = new PreparedStatement(
            connection,
            """
            INSERT INTO "PurchaseLines" ("SellerId", "Sequence", "BuyerKey", "LineId", "Version", "OrderId", "Sku",
                "Quantity", "ListAmount", "SellerAmount", "PaidAmount", "WithLoyaltyDiscount", "BoughtAt",
                "ReturnedAt", "ReturnedQuantity", "ImportId")
            VALUES (?1, ?2, ?3, ?4, 1, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, 1)
            """
        );
        var calendar = BusinessCalendar.Of("Europe/Moscow");
        var sequence = 0L;
        foreach (var line in generator.Lines())
        {
            sequence++;
            insert.Bind(1, seller.Value);
            insert.Bind(2, sequence);
            insert.Bind(3, line.BuyerKey);
            insert.Bind(4, "L" + sequence.ToString(CultureInfo.InvariantCulture));
            insert.Bind(5, "O" + line.Order.ToString(CultureInfo.InvariantCulture));
            insert.Bind(6, "S" + (sequence % 5_000).ToString(CultureInfo.InvariantCulture));
            insert.Bind(7, line.Quantity);
            insert.Bind(8, line.ListPrice.TenThousandths);
            insert.Bind(9, line.SellerPrice.TenThousandths);
            insert.Bind(10, line.PricePaid.TenThousandths);
            insert.Bind(11, line.Discounted ? 1L : 0L);
            insert.Bind(12, Noon(line.BoughtOn));
            insert.Bind(13, line.ReturnedOn is { } day ? Noon(day) : (long?)null);
            insert.Bind(14, line.ReturnedQuantity);
            insert.Run();
        }

        // All at noon, Moscow's offset being constant in these years.
        long Noon(DayNumber day) =>
            calendar
                .StartOf(LedgerGenerator.FirstDay)
                .AddDays(day - LedgerGenerator.FirstDay)
                .AddHours(12)
                .ToUnixTimeMilliseconds();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var statement = new PreparedStatement(connection, sql);
        statement.Run();
    }

    private static ServiceProvider Services(string folder)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["DataOptions:Folder"] = folder }
        );
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.AddPortalData();
        return builder.Services.BuildServiceProvider();
    }
}
