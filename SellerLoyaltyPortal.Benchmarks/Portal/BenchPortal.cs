using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
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
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Benchmarks.Portal;

/// <summary>
/// The real portal as a process of its own on a folder of its own, with one seller and its key, and as many
/// further sellers as asked for, each with an owner; as in Production but for an empty endpoint and for the
/// limits of requests a key and of sign-ins an address, which would be what is measured.
/// </summary>
internal sealed class BenchPortal : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("portal-load-");
    private Process? _process;

    /// <summary>Password of all owners.</summary>
    public const string Password = "a long bench password 1";

    /// <summary>The first seller's key, with every scope.</summary>
    public string Key { get; } = ApiKeySecret.New();

    public IPEndPoint EndPoint { get; } = new(IPAddress.Loopback, FreePort());

    public int ProcessId => _process!.Id;

    public static string SlugOf(int seller) =>
        seller == 0 ? "bench" : "bench-" + seller.ToString(CultureInfo.InvariantCulture);

    public static string OwnerOf(int seller) => SlugOf(seller) + "@portal.example";

    /// <param name="buyers">
    /// Of each seller, each with two lines in the last year; the first seller then has a running program too.
    /// </param>
    /// <param name="sellers">How many there are.</param>
    public async Task PrepareAsync(int buyers, int sellers = 1)
    {
        await using var services = Services();
        await services.MigrateDatabaseAsync(CancellationToken.None);
        var contexts = services.GetRequiredService<SellerDbContextFactory>();
        var all = await AddSellersAsync(contexts, sellers);
        if (buyers > 0)
        {
            await AddProgramAsync(contexts, all[0].Id);
            for (var i = 0; i < sellers; i++)
                await LedgerFill.AddAsync(contexts, all[i], buyers, firstKey: 1L + (long)i * buyers);
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
        // Whoever signs in says that a proxy has ended HTTPS, without which there is no signing in.
        start.Environment["WebOptions__TrustedProxies__0"] = IPAddress.Loopback.ToString();
        start.Environment["ApiOptions__RequestsPerSecond"] = "1000000";
        start.Environment["ApiOptions__Burst"] = "1000000";
        start.Environment["AccountsOptions__SignInsPerAddress"] = "1000000";
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

    /// <summary>Kills the portal; <see cref="StartAsync"/> starts it again on the same data and address.</summary>
    public async Task KillAsync()
    {
        if (_process is null)
            return;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
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

    private async Task<List<Seller>> AddSellersAsync(SellerDbContextFactory contexts, int count)
    {
        await using var context = contexts.ForPlatform();
        var sellers = Enumerable
            .Range(0, count)
            .Select(i => new Seller
            {
                Slug = SlugOf(i),
                Name = "Bench " + i.ToString(CultureInfo.InvariantCulture),
                CurrencyCode = "RUB",
                TimeZoneId = "Europe/Moscow",
                CreatedAt = DateTimeOffset.UnixEpoch,
            })
            .ToList();
        context.AddRange(sellers);
        await context.SaveChangesAsync();
        context.Add(
            new ApiKey
            {
                Id = Guid.NewGuid(),
                SellerId = sellers[0].Id,
                Name = "bench",
                Prefix = ApiKeySecret.PrefixOf(Key),
                Digest = ApiKeySecret.Digest(Key),
                Scopes = ApiScopes.Join(ApiScopes.All),
                CreatedBy = Guid.NewGuid(),
                CreatedAt = DateTimeOffset.UnixEpoch,
            }
        );
        // Hashed once: it is slow on purpose, and is the same password.
        string? hash = null;
        for (var i = 0; i < count; i++)
        {
            var owner = Owner(i);
            owner.PasswordHash = hash ??= new PasswordHasher<PortalUser>().HashPassword(owner, Password);
            context.Add(owner);
            context.Add(
                new SellerMembership
                {
                    SellerId = sellers[i].Id,
                    UserId = owner.Id,
                    Role = SellerRole.Owner,
                }
            );
        }
        await context.SaveChangesAsync();
        return sellers;
    }

    private static PortalUser Owner(int seller) =>
        new()
        {
            Id = Guid.NewGuid(),
            DisplayName = OwnerOf(seller),
            Language = "en",
            Email = OwnerOf(seller),
            NormalizedEmail = OwnerOf(seller).ToUpperInvariant(),
            UserName = OwnerOf(seller),
            NormalizedUserName = OwnerOf(seller).ToUpperInvariant(),
            EmailConfirmed = true,
            SecurityStamp = Guid.NewGuid().ToString(),
            LockoutEnabled = true,
        };

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

    private static DayNumber Today() =>
        BusinessCalendar.Of("Europe/Moscow").DayOf(TimeProvider.System.GetUtcNow());

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
