using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Frame;

public sealed class SecurityHeadersTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/sellers/headers/overview")]
    [InlineData("/sellers/nobody/overview")]
    [InlineData("/api/v1/seller")]
    [InlineData("/app.css")]
    [InlineData("/health/live")]
    [InlineData("/nothing-here")]
    public async Task Answer_OfAnyKind_RunsNoForeignScriptAndCannotBeFramed(string address)
    {
        using var client = await ClientAsync();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        var directives = policy.Split(';', StringSplitOptions.TrimEntries);
        Assert.Contains("script-src 'self'", directives);
        Assert.Contains("default-src 'none'", directives);
        Assert.Contains("frame-ancestors 'none'", directives);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
    }

    [Theory]
    [InlineData("/sellers/headers/overview")]
    [InlineData("/account/profile")]
    public async Task Page_OfSomebodySignedIn_IsNotKeptByTheBrowser(string address)
    {
        using var client = await ClientAsync();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    private static PortalUser? _user;

    private async Task<HttpClient> ClientAsync()
    {
        _user ??= await portal.AddMemberAsync(await portal.AddSellerAsync("headers"), SellerRole.Owner);
        return await portal.SignedInAsync(_user);
    }
}
