using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Operations;

public sealed class HealthTests : IDisposable
{
    private static readonly Uri Live = new("/health/live", UriKind.Relative);
    private static readonly Uri Ready = new("/health/ready", UriKind.Relative);

    private readonly PortalWebFactory _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task Ready_AllWell_IsHealthyWithEveryPart()
    {
        using var client = _portal.Anonymous();

        var answer = await client.GetFromJsonAsync<JsonElement>(Ready);

        Assert.Equal("healthy", answer.GetProperty("status").GetString());
        Assert.Equal(
            ["clock", "database", "folder"],
            answer
                .GetProperty("checks")
                .EnumerateArray()
                .Select(c => c.GetProperty("name").GetString()!)
                .Order()
        );
    }

    [Fact]
    public async Task Ready_DatabaseDamaged_SaysWhichPartAndNothingOfTheMachine()
    {
        using var client = _portal.Anonymous();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Ready)).StatusCode);
        SqliteConnection.ClearAllPools();
        var database = Path.Combine(_portal.DataFolder, "portal.db");
        File.Delete(database + "-wal");
        File.Delete(database + "-shm");
        await File.WriteAllBytesAsync(database, Enumerable.Repeat((byte)0x5A, 100_000).ToArray());

        using var answer = await client.GetAsync(Ready);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("database", text, StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.DataFolder, text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Live)).StatusCode);
    }

    [Fact]
    public async Task Ready_LittleRoom_IsDegradedWithTheReason()
    {
        using var narrow = _portal.WithWebHostBuilder(web =>
            web.UseSetting("OperationsOptions:LeastFreeMegabytes", "1000000")
        );
        using var client = narrow.CreateClient();

        var answer = await client.GetFromJsonAsync<JsonElement>(Ready);

        Assert.Equal("degraded", answer.GetProperty("status").GetString());
        Assert.Contains("MB", answer.GetRawText(), StringComparison.Ordinal);
    }
}
