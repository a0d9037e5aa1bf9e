using System.Net;

namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>The script that makes pages live is there and works (docs/adr/0006-blazor-script.md).</summary>
public sealed class BlazorScriptTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task BlazorScript_FromTheRunningPortal_ArrivesWhole()
    {
        using var client = new HttpClient { BaseAddress = Portal.Address };

        using var answer = await client.GetAsync(new Uri("_framework/blazor.web.js", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType!.MediaType);
        // Half a script, or an empty one, has been served before.
        Assert.True((await answer.Content.ReadAsByteArrayAsync()).Length > 100_000);
    }

    [Fact]
    public Task SignInPage_Opened_HasNoComplaints() =>
        BrowseAsync(async session =>
        {
            await session.GoAsync("/");

            Assert.Contains("/account/sign-in", session.Page.Url, StringComparison.Ordinal);
            await Expect(session.Page.Locator("h1")).ToBeVisibleAsync();
            Assert.Empty(session.Complaints);
        });
}
