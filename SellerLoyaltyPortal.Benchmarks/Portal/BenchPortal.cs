using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Features.Api.Http;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Features.Purchases.Persistence;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Benchmarks.Portal;

/// <summary>
/// The real portal as a process of its own on a folder of its own, with one seller and its key; as in
/// Production but for an empty endpoint and for the limit of requests a key, which would be what is measured.
/// </summary>
internal sealed class BenchPortal : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("portal-load-");
    private Process? _process;

    /// <summary>The seller's key, with every scope.</summary>
    public string Key { get; } = ApiKeySecret.New();

    public IPEndPoint EndPoint { get; } = new(IPAddress.Loopback, FreePort());

    /// <param name="buyers">Each with two lines in the last year; there is then a running program too.</param>
    public async Task PrepareAsync(int buyers)
    {
        await using var services = Services();
        await services.MigrateDatabaseAsync(CancellationToken.None);
        var contexts = services.GetRequiredService<SellerDbContextFactory>();
        var seller = await AddSellerAsync(contexts);
        if (buyers > 0)
        {
            await AddProgramAsync(contexts, seller.Id);
            await AddLedgerAsync(contexts, seller, buyers);
        }
        SqliteConnection.ClearAllPools();
    }

    /// <summary>Puts the program before its first day again, and that day to today: the clock owes its activation.</summary>
    public async Task MakeDueAsync()
    {
        await using var services = Services();
        var contexts = services.GetRequiredService<SellerDbContextFactory>();
        await using var context = contexts.ForSeller(new SellerId(1));
        var program = await context.Set<LoyaltyProgram>().OrderBy(p => p.Id).LastAsync();
        (program.Status, program.StartsOn) = (ProgramStatus.Scheduled, Today());
        program.Revision++;
        await context.SaveChangesAsync();
    }

    /// <summary>
    /// Ends the program and puts another in its place: what a launch froze stays for good.
    /// </summary>
    public async Task StartAnewAsync()
    {
        await using var services = Services();
        var contexts = services.GetRequiredService<SellerDbContextFactory>();
        await using var context = contexts.ForSeller(new SellerId(1));
        var program = await context.Set<LoyaltyProgram>().SingleAsync();
        program.Status = ProgramStatus.Ended;
        await context.SaveChangesAsync();
        await AddProgramAsync(contexts, new SellerId(1));
    }

    /// <summary>Waits until the program is active and its totals are frozen.</summary>
    /// <returns>Buyers frozen, and the bytes that they take.</returns>
    public async Task<(int Buyers, long Bytes)> ActivatedAsync()
    {
        await using var services = Services();
        var contexts = services.GetRequiredService<SellerDbContextFactory>();
        while (true)
        {
            await using var context = contexts.ForSeller(new SellerId(1));
            if (await context.Set<LoyaltyProgram>().AnyAsync(p => p.Status == ProgramStatus.Active))
            {
                var taken = await context
                    .Set<LaunchSnapshot>()
                    .AsNoTracking()
                    .OrderBy(l => l.ProgramId)
                    .LastAsync();
                return (taken.Buyers, taken.Totals.LongLength);
            }
            await Task.Delay(10);
        }
    }

    /// <summary>Ends the portal's process; its folder stays.</summary>
    public async Task StopAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Starts the portal as it was built, in the configuration that this program was built in.</summary>
    public async Task StartAsync()
    {
        var built = Path.Combine(
            AppContext.BaseDirectory.Replace(
                "SellerLoyaltyPortal.Benchmarks",
                "SellerLoyaltyPortal",
                StringComparison.Ordinal
            ),
            "SellerLoyaltyPortal.dll"
        );
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Path.GetDirectoryName(built) };
        start.ArgumentList.Add(built);
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add($"http://{EndPoint}");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = ApiFeature.Benchmark;
        start.Environment["DataOptions__Folder"] = _folder.FullName;
        start.Environment["DemoOptions__Enabled"] = "false";
        start.Environment["ApiOptions__RequestsPerSecond"] = "1000000";
        start.Environment["ApiOptions__Burst"] = "1000000";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        _process = Process.Start(start) ?? throw new InvalidOperationException("The portal did not start.");
        using var client = new HttpClient { BaseAddress = new Uri($"http://{EndPoint}") };
        for (var tried = 0; ; tried++)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/live", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException) when (tried < 300 && !_process.HasExited)
            {
                // Not up yet.
            }
            await Task.Delay(100);
        }
    }

    /// <summary>Processor seconds that the portal has used, and its memory at the highest.</summary>
    public (double CpuSeconds, double PeakMegabytes) Used()
    {
        _process!.Refresh();
        return (_process.TotalProcessorTime.TotalSeconds, _process.PeakWorkingSet64 / 1e6);
    }

    /// <summary>How many lines the database holds.</summary>
    public long StoredLines()
    {
        using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(_folder.FullName, "portal.db")};Pooling=false"
        );
        connection.Open();
        using var count = new PreparedStatement(connection, """SELECT count(*) FROM "PurchaseLines" """);
        count.Step();
        return count.Int64(0);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await StopAsync();
        _folder.Delete(recursive: true);
    }

    private ServiceProvider Services()
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["DataOptions:Folder"] = _folder.FullName,
            }
        );
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.AddPortalData();
        return builder.Services.BuildServiceProvider();
    }

    private async Task<Seller> AddSellerAsync(SellerDbContextFactory contexts)
    {
        await using var context = contexts.ForPlatform();
        var seller = new Seller
        {
            Slug = "bench",
            Name = "Bench",
            CurrencyCode = "RUB",
            TimeZoneId = "Europe/Moscow",
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        context.Add(seller);
        await context.SaveChangesAsync();
        context.Add(
            new ApiKey
            {
                Id = Guid.NewGuid(),
                SellerId = seller.Id,
                Name = "bench",
                Prefix = ApiKeySecret.PrefixOf(Key),
                Digest = ApiKeySecret.Digest(Key),
                Scopes = ApiScopes.Join(ApiScopes.All),
                CreatedBy = Guid.NewGuid(),
                CreatedAt = DateTimeOffset.UnixEpoch,
            }
        );
        await context.SaveChangesAsync();
        return seller;
    }

    private static async Task AddProgramAsync(SellerDbContextFactory contexts, SellerId seller)
    {
        await using var context = contexts.ForSeller(seller);
        var json = MechanicJson.Write(
            new ThresholdDiscount(Money.FromUnits(3_000), Percent.FromWhole(10), EligibilityRule.Default)
        );
        var began = Today() - 10;
        var program = new LoyaltyProgram
        {
            Name = "bench",
            Status = ProgramStatus.Active,
            MechanicJson = json,
            Version = 1,
            StartsOn = began,
            MinimumLifeDays = 30,
            CreatedBy = Guid.NewGuid(),
            CreatedAt = DateTimeOffset.UnixEpoch,
            ChangedAt = DateTimeOffset.UnixEpoch,
        };
        context.Add(program);
        await context.SaveChangesAsync();
        context.Add(
            new ProgramVersion
            {
                ProgramId = program.Id,
                Number = 1,
                EffectiveFrom = began,
                MechanicJson = json,
                DecidedBy = program.CreatedBy,
                DecidedAt = DateTimeOffset.UnixEpoch,
            }
        );
        await context.SaveChangesAsync();
    }

    private static async Task AddLedgerAsync(SellerDbContextFactory contexts, Seller seller, int buyers)
    {
        await using var context = contexts.ForSeller(seller.Id);
        await context.Database.OpenConnectionAsync();
        var connection = (SqliteConnection)context.Database.GetDbConnection();
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
            var random = new Random(1);
            var noon = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
            for (var key = 1; key <= buyers; key++)
            {
                insert.Bind(1, key);
                insert.Bind(2, seller.Id.Value);
                insert.Bind(3, LedgerGenerator.IdOf(key));
                insert.Run();
            }
            for (var sequence = 1L; sequence <= 2L * buyers; sequence++)
            {
                line.Bind(1, seller.Id.Value);
                line.Bind(2, sequence);
                line.Bind(3, (sequence - 1) % buyers + 1);
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
                $"""INSERT INTO "LedgerHeads" ("SellerId", "Sequence", "CurrentLines", "Buyers") VALUES ({seller.Id.Value}, {2L * buyers}, {2L * buyers}, {buyers})"""
            )
        );
        Execute(connection, "COMMIT");
        Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static DayNumber Today() =>
        BusinessCalendar.Of("Europe/Moscow").DayOf(TimeProvider.System.GetUtcNow());

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var statement = new PreparedStatement(connection, sql);
        statement.Step();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
