using System.Net;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Frame;

public sealed class SameOriginCircuitTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("http://localhost", HttpStatusCode.OK)]
    [InlineData("https://LOCALHOST:8443", HttpStatusCode.OK)]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("https://localhost.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    public async Task Negotiate_Origin_MustBeThePortalsHost(string? origin, HttpStatusCode expected)
    {
        using var client = portal.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        if (origin is not null)
            request.Headers.TryAddWithoutValidation("Origin", origin);

        using var answer = await client.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
    }
}
