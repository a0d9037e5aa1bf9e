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
        var queries = _portal.Services.GetRequiredService<AnalyticsQueries>();
        var view = await queries.ForecastAsync(
            _access,
            Cdnow.CalibrationEnd,
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
    [InlineData("/sellers/cdnow-sample/api/analytics/retention?asOf=1990-01-01", HttpStatusCode.NotFound)]
    public async Task Get_WhatIsNotTheirsOrCannotBe_IsRefused(string address, HttpStatusCode expected) =>
        Assert.Equal(expected, (await _client.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);

    [Fact]
    public async Task Buyer_ImportedCdnow_IsExplained()
    {
        var queries = _portal.Services.GetRequiredService<AnalyticsQueries>();
        var offer = await queries.ThresholdAsync(_access, CancellationToken.None);
        var id = await FirstBuyerAsync(queries, offer);

        var profile = await queries.BuyerAsync(_access, id, offer.Rule, Cdnow.End, CancellationToken.None);

        Assert.Null(offer.Threshold);
        Assert.Equal(profile!.Explanation.Total, profile.Totals[^1].Total);
        Assert.Equal(profile.Row!.Total, profile.Explanation.Total);
        Assert.NotNull(profile.Summary);
        Assert.Null(
            await queries.BuyerAsync(_access, new("x"), offer.Rule, Cdnow.End, CancellationToken.None)
        );
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

    private async Task<BuyerId> FirstBuyerAsync(AnalyticsQueries queries, BuyerThreshold offer)
    {
        var board = await queries.BoardAsync(_access, offer.Rule, Cdnow.End, CancellationToken.None);
        return board.List(new() { Take = 1 }).Rows[0].Id;
    }
}
