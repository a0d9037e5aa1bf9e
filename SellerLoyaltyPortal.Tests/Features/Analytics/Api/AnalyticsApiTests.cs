using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Analytics;
using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Analytics.Rfm;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Tests.Features.Api;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Api;

/// <summary>CDNOW through the portal's import, asked for by a machine of the seller.</summary>
public sealed class AnalyticsApiTests : IAsyncLifetime, IDisposable
{
    private const string AsOf = "asOf=1998-06-30";

    private readonly PortalWebFactory _portal = new();
    private HttpClient _machine = null!;
    private HttpClient _stranger = null!;
    private SellerAccess _access = null!;

    private AnalyticsQueries Queries => _portal.Services.GetRequiredService<AnalyticsQueries>();

    public async Task InitializeAsync()
    {
        var seller = await _portal.AddSellerAsync("cdnow-sample", "USD", "America/New_York");
        _access = await _portal.AccessOfAsync(
            await _portal.AddMemberAsync(seller, SellerRole.Analyst),
            seller
        );
        await CdnowImport.RunAsync(_portal, seller);
        _machine = await _portal.MachineAsync(seller, ApiScope.AnalyticsRead);
        _stranger = await _portal.MachineAsync(
            await _portal.AddSellerAsync("other", "USD", "America/New_York"),
            ApiScope.AnalyticsRead
        );
    }

    [Fact]
    public async Task Retention_OfASegment_IsThePagesOwn()
    {
        var scope = new AnalyticsScope(Cdnow.End, new() { Segment = RfmSegment.Loyal });
        var view = await Queries.RetentionAsync(_access, scope, CohortPeriod.Quarter, CancellationToken.None);

        using var answer = await AskAsync($"retention?{AsOf}&segment=loyal&period=quarter");

        var root = answer.RootElement;
        Assert.Equal(view!.Buyers, root.GetProperty("buyers").GetInt32());
        Assert.Equal("Loyal", root.GetProperty("filter").GetProperty("segment").GetString());
        Assert.Equal(
            view.Triangle.Count(0, 1),
            root.GetProperty("cohorts")[0].GetProperty("counts")[1].GetInt32()
        );
        Assert.Equal(view.SecondPurchase.Points.Count, root.GetProperty("secondPurchase").GetArrayLength());
        Assert.Equal(4, root.GetProperty("averages").GetArrayLength());
        Assert.Equal(RetentionView.MostSteps - 1, root.GetProperty("repeats").GetArrayLength());
        Assert.Equal(
            view.Intervals.Count,
            root.GetProperty("intervals").EnumerateArray().Sum(i => i.GetProperty("count").GetInt64())
        );
        Assert.Equal(
            view.Triangle.Count(0, 1, CohortCounting.OnOrAfter),
            root.GetProperty("cohorts")[0].GetProperty("onOrAfter")[1].GetInt32()
        );
        Assert.Equal(
            view.Months.Sum(m => m.NewRevenue),
            root.GetProperty("months").EnumerateArray().Sum(m => m.GetProperty("newRevenue").GetInt64())
        );
    }

    [Fact]
    public async Task Ltv_Everybody_AddsUpToTheLedger()
    {
        var view = await Queries.ValueAsync(
            _access,
            AnalyticsScope.Everybody(Cdnow.End),
            CohortPeriod.Quarter,
            ValuePrice.Paid,
            CancellationToken.None
        );

        using var answer = await AskAsync($"ltv?{AsOf}&period=Quarter");

        var cohort = answer.RootElement.GetProperty("cohorts")[0];
        Assert.Equal(2357, cohort.GetProperty("size").GetInt32());
        Assert.Equal(view!.Cohorts[0].TotalBy(365), cohort.GetProperty("totals")[5].GetInt64());
        Assert.Equal(JsonValueKind.Null, cohort.GetProperty("totals")[6].ValueKind);
        // Nobody has said what a unit costs: commission 25 %, goods 50 %, nothing was bought with the discount.
        Assert.Equal(
            cohort.GetProperty("totals")[3].GetInt64() / 4.0,
            cohort.GetProperty("contributions")[3].GetInt64(),
            1.0
        );
    }

    [Fact]
    public async Task Forecast_Cdnow_IsThePublishedOne()
    {
        using var answer = await AskAsync("forecast?asOf=1997-09-30&horizonDays=273");

        var root = answer.RootElement;
        Assert.Equal(0, root.GetProperty("missing").GetArrayLength());
        Close.Absolute(
            Cdnow.Reference.Number("sum_bgnbd_cet39"),
            root.GetProperty("expected").Number("purchases"),
            1e-2
        );
        Assert.Equal(3, root.GetProperty("models").GetArrayLength());
        Close.Relative(
            0.2426,
            root.GetProperty("models")[0].GetProperty("parameters")[0].Number("value"),
            1e-3
        );
        var check = root.GetProperty("check");
        Assert.Equal(39, check.GetProperty("weekly").GetArrayLength());
        Assert.Equal(
            2357,
            check.GetProperty("byFrequency").EnumerateArray().Sum(f => f.GetProperty("buyers").GetInt32())
        );
        // January to March 1997.
        var cohorts = root.GetProperty("cohorts");
        Assert.Equal(3, cohorts.GetArrayLength());
        var last = root.GetProperty("days").GetArrayLength() - 1;
        Assert.Equal(730, root.GetProperty("days")[last].GetInt32());
        Assert.All(
            cohorts.EnumerateArray(),
            c =>
                Assert.InRange(
                    c.GetProperty("margins")[last].GetDouble() / c.GetProperty("expected")[last].GetDouble(),
                    0.02,
                    0.5
                )
        );
    }

    [Fact]
    public async Task Buyers_PageByPage_AreTheBoards()
    {
        var board = await Queries.BoardAsync(
            _access,
            AnalyticsScope.Everybody(Cdnow.End),
            CancellationToken.None
        );
        var expected = board.List(
            new()
            {
                Sort = BuyerSort.Orders,
                Skip = 3,
                Take = 2,
            }
        );

        using var answer = await AskAsync($"buyers?{AsOf}&sort=orders&skip=3&take=2");

        var rows = answer.RootElement.GetProperty("buyers");
        Assert.Equal(expected.Matching, answer.RootElement.GetProperty("matching").GetInt32());
        Assert.Equal(
            expected.Rows.Select(r => r.Id.Value),
            rows.EnumerateArray().Select(r => r.GetProperty("id").GetString())
        );
    }

    [Fact]
    public async Task Segments_Everybody_AddUp()
    {
        using var answer = await AskAsync($"segments?{AsOf}");

        var root = answer.RootElement;
        var buyers = root.GetProperty("buyers").GetInt32();
        Assert.Equal(9, root.GetProperty("segments").GetArrayLength());
        Assert.Equal(buyers, Sum("segments"));
        Assert.Equal(buyers, Sum("bands"));
        Assert.Equal(buyers, Sum("rhythms"));
        Assert.Equal("Assumed", root.GetProperty("offer").GetProperty("source").GetString());
        Assert.Equal(25, root.GetProperty("grid").GetArrayLength());
        Assert.Equal(buyers, Sum("grid"));
        var champions = root.GetProperty("grid")
            .EnumerateArray()
            .Where(c => c.GetProperty("segment").GetString() == "Champions")
            .Sum(c => c.GetProperty("buyers").GetInt32());
        Assert.Equal(root.GetProperty("segments")[0].GetProperty("buyers").GetInt32(), champions);
        var curve = root.GetProperty("curve").EnumerateArray().Select(p => p.GetDouble()).ToList();
        Assert.Equal((0, 1, 51), (curve[0], curve[^1], curve.Count));
        Assert.Equal(curve.Order(), curve);
        Assert.Equal(4, root.GetProperty("scoresFrom").GetProperty("daysSinceLast").GetArrayLength());

        int Sum(string part) =>
            root.GetProperty(part).EnumerateArray().Sum(p => p.GetProperty("buyers").GetInt32());
    }

    [Fact]
    public async Task Buyer_OfTheSeller_IsThereAndOfAnotherIsNot()
    {
        var board = await Queries.BoardAsync(
            _access,
            AnalyticsScope.Everybody(Cdnow.End),
            CancellationToken.None
        );
        var best = board.List(new() { Take = 1 }).Rows[0];
        var address = $"buyers/{Uri.EscapeDataString(best.Id.Value)}?{AsOf}";

        using var answer = await AskAsync(address);
        using var refused = await _stranger.GetAsync(Address(address));

        Assert.Equal(best.Total.TenThousandths, answer.RootElement.GetProperty("total").GetInt64());
        var forecast = answer.RootElement.GetProperty("forecast");
        Assert.InRange(forecast.Number("probabilityAlive"), 0, 1);
        var range = forecast.GetProperty("within95");
        Assert.InRange(
            forecast.Number("purchases"),
            range.Number("fewestPurchases"),
            range.Number("mostPurchases")
        );
        Assert.InRange(forecast.Number("spend"), range.Number("leastSpend"), range.Number("mostSpend"));
        var lines = answer.RootElement.GetProperty("lines").EnumerateArray().ToList();
        Assert.Equal(
            best.Total.TenThousandths,
            lines.Where(l => l.GetProperty("counts").GetBoolean()).Sum(l => l.GetProperty("net").GetInt64())
        );
        var totals = answer.RootElement.GetProperty("totals");
        Assert.Equal(
            best.Total.TenThousandths,
            totals[totals.GetArrayLength() - 1].GetProperty("total").GetInt64()
        );
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Theory]
    [InlineData("retention")]
    [InlineData("ltv")]
    public async Task Get_AnotherSellersMachine_SeesNothing(string which) =>
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await _stranger.GetAsync(Address($"{which}?{AsOf}"))).StatusCode
        );

    [Theory]
    [InlineData("retention?asOf=yesterday", "asOf")]
    [InlineData("retention?period=Year", "period")]
    [InlineData("ltv?price=Free", "price")]
    [InlineData("ltv?program=maybe", "program")]
    [InlineData("forecast?horizonDays=0", "horizonDays")]
    [InlineData("buyers?take=1001", "take")]
    [InlineData("buyers?sort=Name", "sort")]
    [InlineData("buyers?recency=6", "recency")]
    [InlineData("forecast?period=Day", "period")]
    [InlineData("segments?firstFrom=1998-13-01", "firstFrom")]
    public async Task Get_AValueThatCannotBe_IsNamed(string address, string path)
    {
        using var answer = await _machine.GetAsync(Address(address));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(path, body.RootElement.GetProperty("errors")[0].GetProperty("path").GetString());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _machine.Dispose();
        _stranger.Dispose();
        _portal.Dispose();
    }

    private async Task<JsonDocument> AskAsync(string address) =>
        JsonDocument.Parse(await _machine.GetStringAsync(Address(address)));

    private static Uri Address(string address) => new($"/api/v1/analytics/{address}", UriKind.Relative);
}
