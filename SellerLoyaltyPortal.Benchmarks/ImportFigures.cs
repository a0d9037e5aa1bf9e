using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Benchmarks;

/// <summary>From a file of purchases to lines that are durable and can be queried.</summary>
internal static class ImportFigures
{
    /// <summary>Lines like those of Online Retail in the portal's own format: about 20 lines an order.</summary>
    public static void Write(int lines, string path)
    {
        var random = new Random(20_101_201);
        using var text = new StreamWriter(path);
        text.Write("line_id,version,buyer_id,order_id,sku,quantity,list_price,bought_at\n");
        var (order, left, buyer, at) = (536_364, 0, 0, new DateTime(2009, 12, 1, 7, 45, 0));
        for (var i = 0; i < lines; i++)
        {
            if (left-- == 0)
            {
                order++;
                left = random.Next(40);
                buyer = 12_346 + random.Next(Math.Max(100, lines / 180));
                at = at.AddSeconds(random.Next(1, 2 * 63_072_000 / Math.Max(1, lines / 20)));
            }
            var sku = 10_002 + random.Next(4000) * 20;
            var quantity = random.Next(1, 48);
            var price = random.Next(19, 1295);
            text.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{order}|{sku}|{i},1,{buyer},{order},{sku},{quantity},{price / 100}.{price % 100:00},{at:yyyy-MM-dd HH:mm:ss}\n"
                )
            );
        }
    }

    /// <summary>Imports the file into an empty portal in a new folder, as the Data page does.</summary>
    public static async Task RunAsync(string path)
    {
        var folder = Directory.CreateTempSubdirectory("portal-import-");
        try
        {
            await using var services = Services(folder.FullName);
            await services.MigrateDatabaseAsync(CancellationToken.None);
            var seller = await AddSellerAsync(services);
            var start = Stopwatch.GetTimestamp();
            await ImportAsync(services, seller, path, ImportMode.Check);
            Figures.Print("import_check_ms", Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            PrintMemory("import_check");
            start = Stopwatch.GetTimestamp();
            var result = await ImportAsync(services, seller, path, ImportMode.AllOrNothing);
            Figures.Print("import_ms", Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            Figures.Print("import_lines", result.Value.LinesAdded);
            PrintMemory("import");
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    // The peak of the process up to now, and what of it the runtime holds: the rest is SQLite's.
    private static void PrintMemory(string step)
    {
        using var process = Process.GetCurrentProcess();
        Figures.Print(step + "_peak_mb", process.PeakWorkingSet64 / 1e6);
        Figures.Print(step + "_runtime_mb", GC.GetGCMemoryInfo().TotalCommittedBytes / 1e6);
    }

    private static async Task<Result<ImportReport>> ImportAsync(
        ServiceProvider services,
        SellerId seller,
        string path,
        ImportMode mode
    )
    {
        await using var content = File.OpenRead(path);
        return await services
            .GetRequiredService<PurchaseFileImporter>()
            .RunAsync(
                new PurchaseFile
                {
                    SellerId = seller,
                    Calendar = BusinessCalendar.Of("Europe/London"),
                    Content = content,
                    Length = content.Length,
                    Name = Path.GetFileName(path),
                    Layout = PurchaseLayout.PortalCsv,
                    Mode = mode,
                },
                progress: null,
                CancellationToken.None
            );
    }

    private static async Task<SellerId> AddSellerAsync(ServiceProvider services)
    {
        await using var context = services.GetRequiredService<SellerDbContextFactory>().ForPlatform();
        var seller = new Seller
        {
            Slug = "bench",
            Name = "Bench",
            CurrencyCode = "GBP",
            TimeZoneId = "Europe/London",
            CreatedAt = new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero),
        };
        context.Add(seller);
        await context.SaveChangesAsync();
        return seller.Id;
    }

    private static ServiceProvider Services(string folder)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["DataOptions:Folder"] = folder }
        );
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddPortalData();
        builder.AddPurchases();
        return builder.Services.BuildServiceProvider();
    }
}
