using System.Data.Common;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Tests.Features.Accounts;
using SellerLoyaltyPortal.Tests.Features.Api;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Data;

/// <summary>
/// A portal as in production whose disk fills up, turns read-only or goes bad while it runs. The failures are
/// SQLite's own: a file that may not grow, a connection that may not write, a page with other bytes in it.
/// </summary>
public sealed class StorageFaultsAtRunTimeTests : IAsyncLifetime, IDisposable
{
    private static readonly Uri Purchases = new("/api/v1/purchases", UriKind.Relative);
    private static readonly Uri SellerAddress = new("/api/v1/seller", UriKind.Relative);
    private static readonly Uri Ready = new("/health/ready", UriKind.Relative);

    private readonly PortalWebFactory _files = new();
    private readonly Disk _disk = new();
    private readonly WebApplicationFactory<Program> _portal;
    private HttpClient _machine = null!;
    private HttpClient _person = null!;
    private Seller _shop = null!;

    public StorageFaultsAtRunTimeTests() =>
        _portal = _files.WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment("Production");
            builder.ConfigureTestServices(services =>
                services.ConfigureDbContext<PortalDbContext>(
                    options => options.AddInterceptors(_disk),
                    ServiceLifetime.Singleton
                )
            );
        });

    public async Task InitializeAsync()
    {
        _shop = await _files.AddSellerAsync("shop");
        var owner = await _files.AddMemberAsync(_shop, SellerRole.Owner);
        using var made = await _files.MachineAsync(_shop);
        _machine = Client();
        _machine.DefaultRequestHeaders.Authorization = made.DefaultRequestHeaders.Authorization;
        _person = Client();
        using var signedIn = await SignInForm.SubmitAsync(_person, owner.Email!, PortalWebFactory.Password);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _machine.Dispose();
        _person.Dispose();
        _portal.Dispose();
        _files.Dispose();
    }

    [Fact]
    public async Task DiskFull_Events_AreRefusedWholeAndStoredOnceThereIsRoom()
    {
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync("before", 20)).Status);
        _disk.Pragma = "max_page_count=1";

        var (status, code) = await SendAsync("many", 2_000);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "storage_full"), (status, code));
        Assert.Equal(20, await LinesAsync());
        await ReadingWorksAsync();
        _disk.Pragma = "max_page_count=1000000";
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync("many", 2_000)).Status);
        Assert.Equal(2_020, await LinesAsync());
    }

    [Fact]
    public async Task ReadOnly_MachinesAndPeople_AreToldAndReadOn()
    {
        _disk.Pragma = "query_only=1";

        var (status, code) = await SendAsync("no", 1);
        using var form = await AccountForms.SubmitAsync(
            _person,
            AccountAddresses.Profile,
            "Input.DisplayName",
            ("Input.DisplayName", "Another name"),
            ("Input.Language", "ru")
        );
        using var ready = await _machine.GetAsync(Ready);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "storage_read_only"), (status, code));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, form.StatusCode);
        Assert.NotNull(form.Headers.RetryAfter);
        Assert.Contains(
            "не может записывать свои данные",
            await form.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains(
            "no right to write",
            await ready.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        await ReadingWorksAsync();
        _disk.Pragma = "query_only=0";
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync("yes", 1)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _machine.GetAsync(Ready)).StatusCode);
    }

    [Fact]
    public async Task DamagedTable_Events_AreRefusedHealthSaysSoAndTheRestWorks()
    {
        await SendAsync("before", 500);
        await DamageAsync("PurchaseLines");

        var (status, code) = await SendAsync("after", 1);
        using var ready = await _machine.GetAsync(Ready);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "storage_damaged"), (status, code));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("admin restore", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await ReadingWorksAsync();
    }

    [Fact]
    public async Task DamagedTable_Import_IsToldItsSenderAndHealthSaysSo()
    {
        await SendAsync("before", 500);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(PurchaseFormat.Sample));
        using var sent = await _machine.PostAsync(new Uri("/api/v1/imports", UriKind.Relative), content);
        Assert.Equal("checked", (await EndOfAsync(sent.Headers.Location!)).GetProperty("state").GetString());
        await DamageAsync("PurchaseLines");

        using var stored = await _machine.PostAsync(
            new Uri(sent.Headers.Location + "/store", UriKind.Relative),
            content: null
        );
        var end = await EndOfAsync(sent.Headers.Location!);
        using var ready = await _machine.GetAsync(Ready);

        // The file is kept: it can be stored when the database is whole again.
        Assert.Equal("checked", end.GetProperty("state").GetString());
        Assert.Equal("DatabaseIsDamaged", end.GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("admin restore", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<JsonElement> EndOfAsync(Uri address)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var answer = await _machine.GetFromJsonAsync<JsonElement>(address, limit.Token);
            if (answer.GetProperty("state").GetString() is not ("checking" or "storing"))
                return answer;
            await Task.Yield();
        }
    }

    private HttpClient Client() =>
        _portal.CreateClient(
            new() { BaseAddress = new("https://portal.example"), AllowAutoRedirect = false }
        );

    private async Task ReadingWorksAsync()
    {
        using var seller = await _machine.GetAsync(SellerAddress);
        using var page = await _person.GetAsync(new Uri("/sellers/shop/members", UriKind.Relative));
        using var live = await _machine.GetAsync(new Uri("/health/live", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, seller.StatusCode);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    private async Task<(HttpStatusCode Status, string? Code)> SendAsync(string name, int lines)
    {
        using var answer = await _machine.PostAsJsonAsync(
            Purchases,
            new
            {
                lines = Enumerable
                    .Range(0, lines)
                    .Select(i => new
                    {
                        lineId = $"{name}-{i}",
                        version = 1,
                        buyerId = $"buyer-{name}-{i}",
                        orderId = $"order-{name}-{i}",
                        sku = "sku-with-a-longer-name",
                        quantity = 1,
                        listPrice = 1_000_000,
                        boughtAt = "2026-01-10",
                    }),
            }
        );
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.StatusCode, body.TryGetProperty("code", out var code) ? code.GetString() : null);
    }

    private async Task<int> LinesAsync()
    {
        await using var context = _files.Contexts.ForSeller(_shop.Id);
        return await context.Set<PurchaseLine>().CountAsync();
    }

    /// <summary>Writes other bytes over the first page of a table, as a bad disk would.</summary>
    private async Task DamageAsync(string table)
    {
        var path = Path.Combine(_files.DataFolder, SqliteFile.DatabaseName);
        SqliteConnection.ClearAllPools();
        long page,
            size;
        await using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
            command.CommandText = "SELECT rootpage FROM sqlite_schema WHERE name = $table";
            command.Parameters.AddWithValue("$table", table);
            page = (long)(await command.ExecuteScalarAsync())!;
            command.CommandText = "PRAGMA page_size";
            size = (long)(await command.ExecuteScalarAsync())!;
        }
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Position = (page - 1) * size;
        await file.WriteAsync(Enumerable.Repeat((byte)0x5A, (int)size).ToArray());
    }

    /// <summary>Tells every connection that the portal opens what its disk allows.</summary>
    private sealed class Disk : DbConnectionInterceptor
    {
        public string? Pragma { get; set; }

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            if (Pragma is null)
                return;
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA " + Pragma;
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
