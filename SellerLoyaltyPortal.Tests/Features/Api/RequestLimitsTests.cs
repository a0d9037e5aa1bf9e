using System.Net;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Api;

public sealed class RequestLimitsTests
{
    private static readonly Uri Seller = new("/api/v1/seller", UriKind.Relative);

    [Fact]
    public async Task Get_BeyondTheBurst_IsToldToWaitAndOtherKeysAreNot()
    {
        using var portal = new PortalWebFactory();
        using var narrow = portal.WithWebHostBuilder(web =>
            web.UseSetting("ApiOptions:Burst", "3").UseSetting("ApiOptions:RequestsPerSecond", "1")
        );
        var shop = await portal.AddSellerAsync("shop");
        var owner = await portal.AccessOfAsync(await portal.AddMemberAsync(shop, SellerRole.Owner), shop);
        using var client = narrow.CreateClient();
        client.DefaultRequestHeaders.Authorization = new(
            "Bearer",
            (await portal.MakeKeyAsync(owner, ApiScope.StorefrontRead)).Secret
        );

        HttpResponseMessage answer;
        var asked = 0;
        do answer = await client.GetAsync(Seller);
        while (answer.StatusCode == HttpStatusCode.OK && ++asked < 1000);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        Assert.Contains(
            "too_many_requests",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        client.DefaultRequestHeaders.Authorization = new(
            "Bearer",
            (await portal.MakeKeyAsync(owner, ApiScope.StorefrontRead)).Secret
        );
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Seller)).StatusCode);
    }
}
