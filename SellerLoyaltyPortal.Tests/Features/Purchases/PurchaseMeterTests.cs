using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Purchases;

public sealed class PurchaseMeterTests : IDisposable
{
    private const string Token = "a-token-of-enough-length";

    private readonly PortalWebFactory _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task Metrics_AfterALedgerWasRead_TellItsMemoryAndNoSeller()
    {
        using var portal = _portal.WithWebHostBuilder(web =>
            web.UseSetting("OperationsOptions:MetricsToken", Token)
        );
        using var client = portal.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        var seller = await _portal.AddSellerAsync("metered-shop");
        Assert.Equal("0", await ValueAsync(client, "portal_engine_ledgers"));

        await portal.Services.GetRequiredService<LedgerSnapshots>().GetAsync(seller.Id, default);

        Assert.Equal("1", await ValueAsync(client, "portal_engine_ledgers"));
        Assert.NotEqual("0", await ValueAsync(client, "portal_engine_memory_bytes"));
        Assert.Equal("0", await ValueAsync(client, "portal_imports_running"));
        Assert.DoesNotContain("metered-shop", await TextAsync(client), StringComparison.Ordinal);
    }

    private static Task<string> TextAsync(HttpClient client) =>
        client.GetStringAsync(new Uri("/metrics", UriKind.Relative));

    private static async Task<string> ValueAsync(HttpClient client, string name)
    {
        var text = await TextAsync(client);
        return text.Split('\n')
            .Single(line => line.StartsWith(name + " ", StringComparison.Ordinal))
            .Split(' ')[1];
    }
}
