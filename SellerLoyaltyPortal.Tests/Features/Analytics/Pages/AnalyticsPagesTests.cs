using System.Net;
using System.Text.Json;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Pages;

/// <summary>The pages as the server renders them, on CDNOW through the portal's import.</summary>
public sealed class AnalyticsPagesTests : IAsyncLifetime, IDisposable
{
    private readonly PortalWebFactory _portal = new();
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        var seller = await _portal.AddSellerAsync("shop", "USD", "America/New_York");
        _client = await _portal.SignedInAsync(await _portal.AddMemberAsync(seller, SellerRole.Analyst));
        await CdnowImport.RunAsync(_portal, seller);
    }

    [Theory]
    [InlineData("retention")]
    [InlineData("ltv")]
    [InlineData("buyers")]
    public async Task Page_FilterInTheAddress_IsWhatItsFieldsShow(string page)
    {
        var html = await _client.GetStringAsync(
            $"/sellers/shop/{page}?asOf=1998-06-30&firstFrom=1997-01-05&program=without&segment=Loyal"
        );

        Assert.Matches(
            """<input[^>]*id="firstFrom"[^>]*value="05\.01\.1997"|value="05\.01\.1997"[^>]*id="firstFrom""",
            html
        );
        Assert.Contains("""<option value="without" selected""", html, StringComparison.Ordinal);
        Assert.Contains("""<option value="Loyal" selected""", html, StringComparison.Ordinal);
    }

    /// <summary>A thousand years of empty cohorts are more than a circuit carries.</summary>
    [Theory]
    [InlineData("retention")]
    [InlineData("ltv")]
    [InlineData("buyers")]
    public async Task Page_DayFarAhead_IsTheLastThatCanBeAskedFor(string page)
    {
        var html = await _client.GetStringAsync($"/sellers/shop/{page}?asOf=2999-01-01&vsAsOf=2998-01-01");

        Assert.Contains("main id=\"main\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("01.01.2999", html, StringComparison.Ordinal);
        Assert.DoesNotContain("01.01.2998", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("retention")]
    [InlineData("ltv")]
    [InlineData("buyers")]
    public async Task Page_DayWithoutPurchases_LeadsBackToTheUsualOne(string page)
    {
        var html = await _client.GetStringAsync($"/sellers/shop/{page}?asOf=1990-01-01");

        Assert.Contains("state-empty", html, StringComparison.Ordinal);
        Assert.Matches($"""class="btn" href="[^"]*/sellers/shop/{page}[\x22]""", html);
    }

    [Theory]
    [InlineData("retention")]
    [InlineData("ltv")]
    public async Task Page_Compared_DrawsBothOnOneChart(string page)
    {
        var html = await _client.GetStringAsync(
            $"/sellers/shop/{page}?asOf=1998-06-30&firstTo=1997-01-31&vsFirstFrom=1997-02-01"
        );

        Assert.Contains("series main", html, StringComparison.Ordinal);
        Assert.Contains("series compared", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("retention")]
    [InlineData("ltv")]
    [InlineData("buyers")]
    public async Task Page_NobodyMatches_SaysSoAndStays(string page)
    {
        using var answer = await _client.GetAsync(
            new Uri($"/sellers/shop/{page}?asOf=1998-06-30&program=with", UriKind.Relative)
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("state-empty", html, StringComparison.Ordinal);
        Assert.Contains("""id="firstFrom""", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ltv_Contribution_IsWhatTheJsonSays()
    {
        var html = WebUtility.HtmlDecode(
            await _client.GetStringAsync(
                "/sellers/shop/ltv?asOf=1998-06-30&measure=Contribution&period=Quarter"
            )
        );
        using var json = JsonDocument.Parse(
            await _client.GetStringAsync("/sellers/shop/api/analytics/ltv?asOf=1998-06-30&period=Quarter")
        );

        var cohort = json.RootElement.GetProperty("cohorts")[0];
        var kept = cohort.GetProperty("contributions")[5].GetInt64() / 10_000m;
        var each = decimal.Round(kept / cohort.GetProperty("size").GetInt32(), 2);
        Assert.Contains(
            $"${each.ToString("0.00", System.Globalization.CultureInfo.GetCultureInfo("ru-RU"))}<",
            html,
            StringComparison.Ordinal
        );
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _client.Dispose();
        _portal.Dispose();
    }
}
