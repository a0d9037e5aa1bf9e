using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Analytics;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Analytics;

/// <summary>CDNOW goes in through the portal's own import; what comes out is the papers' numbers.</summary>
public sealed class AnalyticsEndpointsTests : IAsyncLifetime, IDisposable
{
    private readonly PortalWebFactory _portal = new();
    private HttpClient _client = null!;
    private SellerAccess _access = null!;

    public async Task InitializeAsync()
    {
        var seller = await _portal.AddSellerAsync("cdnow-sample", "USD", "America/New_York");
        var user = await _portal.AddMemberAsync(seller, SellerRole.Analyst);
        await _portal.AddSellerAsync("other");
        _access = await _portal.AccessOfAsync(user, seller);
        _client = await _portal.SignedInAsync(user);
        await CdnowImport.RunAsync(_portal, seller);
    }

    [Fact]
    public async Task Forecast_ImportedCdnow_IsFittedToThePublishedLikelihood()
    {
        var queries = _portal.Services.GetRequiredService<ForecastQueries>();
        var view = await queries.ForecastAsync(
            _access,
            AnalyticsScope.Everybody(Cdnow.CalibrationEnd),
            ValuePrice.Paid,
            273,
            0.1,
            CancellationToken.None
        );

        var fit = view.Result!;
        Close.Absolute(-9582.4292, fit.Purchases.Quality.LogLikelihood, 1e-3);
        Close.Absolute(-9594.9762, fit.PurchasesByPareto.Quality.LogLikelihood, 1e-3);
        Close.Absolute(-4055.9177, fit.Spend.Quality.LogLikelihood, 1e-3);
        Close.Absolute(Cdnow.Reference.Number("sum_bgnbd_cet39"), fit.Totals.Purchases, 1e-2);
    }

    [Theory]
    [InlineData("retention")]
    [InlineData("ltv")]
    [InlineData("buyers")]
    public async Task Get_AsAMember_AnswersWithDefinitionAndDate(string which)
    {
        var text = await _client.GetStringAsync(
            $"/sellers/cdnow-sample/api/analytics/{which}?asOf=1997-09-30"
        );

        using var answer = JsonDocument.Parse(text);
        Assert.Equal("1997-09-30", answer.RootElement.GetProperty("asOf").GetString());
        Assert.Equal("America/New_York", answer.RootElement.GetProperty("timeZone").GetString());
        Assert.NotEqual("", answer.RootElement.GetProperty("definition").GetString());
    }

    [Theory]
    [InlineData("/sellers/other/api/analytics/retention", HttpStatusCode.NotFound)]
    [InlineData("/sellers/cdnow-sample/api/analytics/retention?asOf=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/sellers/cdnow-sample/api/analytics/buyers?take=100000", HttpStatusCode.BadRequest)]
    [InlineData("/sellers/cdnow-sample/api/analytics/ltv?program=perhaps", HttpStatusCode.BadRequest)]
    [InlineData("/sellers/cdnow-sample/api/analytics/buyers?segment=Everyone", HttpStatusCode.BadRequest)]
    [InlineData("/sellers/cdnow-sample/api/analytics/retention?asOf=1990-01-01", HttpStatusCode.NotFound)]
    public async Task Get_WhatIsNotTheirsOrCannotBe_IsRefused(string address, HttpStatusCode expected) =>
        Assert.Equal(expected, (await _client.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);

    [Fact]
    public async Task Get_Filters_AreTheQueriesOwn()
    {
        const string filter = "asOf=1998-06-30&firstFrom=1997-01-01&firstTo=1997-01-31&from=100&below=300";
        var queries = _portal.Services.GetRequiredService<AnalyticsQueries>();
        var scope = new AnalyticsScope(
            Cdnow.End,
            new()
            {
                FirstFrom = Cdnow.Start,
                FirstTo = Cdnow.Start + 30,
                AtLeast = Money.FromUnits(100),
                Below = Money.FromUnits(300),
            }
        );
        var view = await queries.RetentionAsync(
            _access,
            scope,
            SellerLoyaltyPortal.Features.Analytics.Cohorts.CohortPeriod.Month,
            CancellationToken.None
        );

        using var retention = await AnswerAsync($"retention?{filter}");
        using var buyers = await AnswerAsync($"buyers?{filter}");

        Assert.InRange(view!.Buyers, 1, 700);
        Assert.Equal(view.Buyers, retention.RootElement.GetProperty("buyers").GetInt32());
        // Everybody with a total in the window has a purchase there, and so a row on the board.
        Assert.Equal(view.Buyers, buyers.RootElement.GetProperty("matching").GetInt32());
    }

    private async Task<JsonDocument> AnswerAsync(string query) =>
        JsonDocument.Parse(await _client.GetStringAsync($"/sellers/cdnow-sample/api/analytics/{query}"));

    [Fact]
    public async Task Buyer_ImportedCdnow_IsExplained()
    {
        var queries = _portal.Services.GetRequiredService<AnalyticsQueries>();
        var offer = await queries.OfferAsync(_access, CancellationToken.None);
        var id = await FirstBuyerAsync(queries);

        var profile = await queries.BuyerAsync(_access, id, Cdnow.End, CancellationToken.None);

        Assert.Equal(OfferSource.Assumed, offer.Source);
        Assert.Equal(profile!.Explanation.Total, profile.Totals[^1].Total);
        Assert.Equal(profile.Row!.Total, profile.Explanation.Total);
        Assert.NotNull(profile.Summary);
        Assert.Null(await queries.BuyerAsync(_access, new("x"), Cdnow.End, CancellationToken.None));
    }

    [Theory]
    [InlineData("retention")]
    [InlineData("ltv")]
    [InlineData("buyers")]
    public async Task Page_AsAMember_PrintsDateAndZone(string which)
    {
        var html = await _client.GetStringAsync($"/sellers/cdnow-sample/{which}?asOf=1998-06-30");

        Assert.Contains("America/New_York", html, StringComparison.Ordinal);
        Assert.Contains("1998", html, StringComparison.Ordinal);
        Assert.DoesNotContain("state-loading", html.Split("<section")[0], StringComparison.Ordinal);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _client.Dispose();
        _portal.Dispose();
    }

    private async Task<BuyerId> FirstBuyerAsync(AnalyticsQueries queries)
    {
        var board = await queries.BoardAsync(
            _access,
            AnalyticsScope.Everybody(Cdnow.End),
            CancellationToken.None
        );
        return board.List(new() { Take = 1 }).Rows[0].Id;
    }
}
