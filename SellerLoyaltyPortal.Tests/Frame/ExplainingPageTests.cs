using System.Net;
using Microsoft.AspNetCore.Hosting;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Frame;

/// <summary>Whoever posts something that is refused is told so with the status of the refusal.</summary>
public sealed class ExplainingPageTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
    [Fact]
    public async Task Refusal_OfAnAnonymousRequest_KeepsItsStatusAndIsExplained()
    {
        using var production = portal.WithWebHostBuilder(b => b.UseEnvironment("Production"));
        using var client = production.CreateClient(
            new() { BaseAddress = new("https://portal.example"), AllowAutoRedirect = false }
        );

        foreach (
            var (method, address, status) in ((string, string, HttpStatusCode)[])
                [
                    ("GET", "/nowhere", HttpStatusCode.NotFound),
                    ("POST", "/nowhere", HttpStatusCode.MethodNotAllowed),
                    ("PUT", "/nowhere", HttpStatusCode.MethodNotAllowed),
                    ("DELETE", "/sellers/nobodys/reports", HttpStatusCode.MethodNotAllowed),
                    ("POST", "/account/language", HttpStatusCode.BadRequest),
                    // A page of its own, which has said that it is HTML before it refuses.
                    ("POST", "/account/sign-in", HttpStatusCode.BadRequest),
                    ("POST", "/not-found", HttpStatusCode.BadRequest),
                ]
        )
        {
            using var request = new HttpRequestMessage(new(method), new Uri(address, UriKind.Relative));
            if (method == "POST")
                request.Content = new FormUrlEncodedContent([
                    new("_handler", "sign-in"),
                    new("language", "en"),
                ]);

            using var answer = await client.SendAsync(request);

            Assert.True(status == answer.StatusCode, $"{method} {address}: {answer.StatusCode}");
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Contains("<h1", page, StringComparison.Ordinal);
            Assert.Equal(
                status == HttpStatusCode.BadRequest,
                page.Contains("Страница устарела", StringComparison.Ordinal)
            );
        }
    }
}
