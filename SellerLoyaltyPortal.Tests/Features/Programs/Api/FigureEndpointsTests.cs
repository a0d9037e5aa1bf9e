using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Features.Programs.Storefront;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Api;

public sealed class FigureEndpointsTests : IAsyncLifetime, IDisposable
{
    private readonly PortalWebFactory _portal = new();
    private StorefrontDesk _shop = null!;

    public async Task InitializeAsync()
    {
        _shop = await StorefrontDesk.OpenAsync(_portal);
        var random = new Random(5);
        var today = _shop.Owner.Calendar.DayOf(_portal.Clock.GetUtcNow());
        var lines = Enumerable
            .Range(0, 2_000)
            .Select(i => new
            {
                lineId = $"l{i}",
                buyerId = $"b{random.Next(300)}",
                orderId = $"o{i / 2}",
                sku = "s",
                quantity = 1,
                listPrice = random.Next(1, 400) * 100_000L,
                boughtAt = (today - random.Next(900)).ToString(),
                returnedQuantity = random.Next(12) == 0 ? 1 : 0,
            });
        var (status, _) = await _shop.PostAsync("purchases", new { lines });
        Assert.Equal(202, status);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _shop.Dispose();
        _portal.Dispose();
    }

    [Fact]
    public async Task Curve_ByPages_IsEveryStepOnce()
    {
        var whole = await _shop.GetAsync("curve?limit=10000");
        var steps = new List<string>();
        string? cursor = null;
        do
        {
            var page = await _shop.GetAsync("curve?limit=17" + (cursor is null ? "" : "&cursor=" + cursor));
            steps.AddRange(page.GetProperty("steps").EnumerateArray().Select(s => s.GetRawText()));
            cursor = page.GetProperty("next").GetString();
        } while (cursor is not null);

        Assert.Equal(whole.GetProperty("steps").EnumerateArray().Select(s => s.GetRawText()), steps);
        Assert.Null(whole.GetProperty("next").GetString());
        var curve = (await FiguresAsync()).Curve;
        Assert.Equal(curve.Steps.Count(), steps.Count);
        Assert.Equal(curve.Buyers, whole.GetProperty("buyers").GetInt32());
        Assert.Equal(
            curve.Steps.Select(s => (s.Total.TenThousandths, s.Buyers, s.Revenue.TenThousandths)),
            whole
                .GetProperty("steps")
                .EnumerateArray()
                .Select(s =>
                    (
                        s.GetProperty("total").GetInt64(),
                        s.GetProperty("buyers").GetInt32(),
                        s.GetProperty("revenue").GetInt64()
                    )
                )
        );
    }

    [Fact]
    public async Task Curve_LedgerGrownBetweenTwoPages_IsSaid()
    {
        var first = await _shop.GetAsync("curve?limit=5");
        await _shop.BuyAsync("b1", 10);

        var second = await _shop.GetAsync("curve?limit=5&cursor=" + first.GetProperty("next").GetString());

        Assert.Equal("LedgerHasMovedOn", second.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("curve?limit=0", "limit")]
    [InlineData("curve?limit=10001", "limit")]
    [InlineData("curve?cursor=x", "cursor")]
    [InlineData("curve?asOf=31.02.2026", "asOf")]
    [InlineData("preview?discount=10", "threshold")]
    [InlineData("preview?threshold=50000000", "discount")]
    [InlineData("preview?threshold=50000000&discount=10,5", "discount")]
    [InlineData("preview?threshold=50000001&discount=10", "threshold")]
    [InlineData("preview?threshold=50000000&discount=99", "discount")]
    [InlineData("preview?threshold=50000000&discount=10&life=1", "life")]
    [InlineData("preview?threshold=50000000&discount=10&asOf=2026-02-30", "asOf")]
    public async Task Figures_WrongParameter_IsNamed(string address, string path)
    {
        var answer = await _shop.GetAsync(address);

        Assert.Equal("invalid", answer.GetProperty("code").GetString());
        Assert.Equal(
            path,
            Assert.Single(answer.GetProperty("errors").EnumerateArray()).GetProperty("path").GetString()
        );
    }

    [Fact]
    public async Task Preview_Always_IsWhatTheConstructorShows()
    {
        var (threshold, discount) = (Money.FromUnits(1_500), Percent.FromWhole(12));

        var answer = await _shop.GetAsync("preview?threshold=15000000&discount=12&life=60");

        var figures = await FiguresAsync();
        var at = figures.At(threshold);
        var buyers = answer.GetProperty("buyers");
        Assert.Equal(at.Buyers, buyers.GetProperty("qualify").GetInt32());
        Assert.True(at.Buyers > 0 && at.Near > 0);
        Assert.Equal(at.ShareOfBuyers, buyers.GetProperty("shareOfBuyers").GetDouble());
        Assert.Equal(at.Revenue.TenThousandths, buyers.GetProperty("revenue").GetInt64());
        Assert.Equal(at.Near, buyers.GetProperty("near").GetInt32());
        Assert.Equal(figures.TypicalOrder.TenThousandths, buyers.GetProperty("typicalOrder").GetInt64());
        var costs = await _portal
            .Services.GetRequiredService<LoadCostFigures>()
            .RunAsync(_shop.Owner, EligibilityRule.Default, figures.AsOf, CancellationToken.None);
        var cost = ProgramCost.Of(
            costs.Anyway.At(threshold),
            UnitMargins.Of(UnitEconomics.Default, discount),
            at.Near,
            figures.TypicalOrder
        );
        Assert.Equal(AnywayBasis.YearEarlier, cost.Anyway.Basis);
        Assert.Equal("yearEarlier", answer.GetProperty("anyway").GetProperty("basis").GetString());
        Assert.Equal(
            cost.Anyway.Spent.TenThousandths,
            answer.GetProperty("anyway").GetProperty("spent").GetInt64()
        );
        var money = answer.GetProperty("cost");
        Assert.Equal(cost.YearlySubsidy.TenThousandths, money.GetProperty("yearlySubsidy").GetInt64());
        Assert.Equal(cost.Committed(60).TenThousandths, money.GetProperty("committed").GetInt64());
        Assert.Equal(cost.ExtraPerNear!.Value.TenThousandths, money.GetProperty("extraPerNear").GetInt64());
        Assert.Equal(
            cost.Margins.BreakEvenUplift,
            answer.GetProperty("margins").GetProperty("breakEvenUplift").GetDecimal()
        );
        var details = costs.DetailsAt(threshold);
        Assert.Equal(details.RollOff.In90, answer.GetProperty("rollOff").GetProperty("in90").GetInt32());
        Assert.Equal(
            details.Sensitivity.Select(s => s.Buyers),
            answer
                .GetProperty("sensitivity")
                .EnumerateArray()
                .Select(s => s.GetProperty("qualify").GetInt32())
        );
        Assert.Contains(
            answer.GetProperty("heatMap").EnumerateArray(),
            c =>
                c.GetProperty("threshold").GetInt64() == threshold.TenThousandths
                && c.GetProperty("discount").GetDecimal() == 12
                && c.GetProperty("yearlySubsidy").GetInt64() == cost.YearlySubsidy.TenThousandths
        );
    }

    [Fact]
    public async Task Preview_Always_HasHintAndDays()
    {
        var answer = await _shop.GetAsync("preview?threshold=15000000&discount=12&life=60");

        var near = answer.GetProperty("buyers").GetProperty("exampleNear").GetInt64();
        var hint = answer.GetProperty("hint");
        Assert.Equal("A discount of 12% is yours", hint.GetProperty("reached").GetProperty("en").GetString());
        Assert.StartsWith(
            Display.MoneyIn(OfferHints.English, new Money(15_000_000 - near), Currency.Of("RUB")),
            hint.GetProperty("near").GetProperty("en").GetString(),
            StringComparison.Ordinal
        );
        var first = DayNumber.TryParse(answer.GetProperty("startsOn").GetString())!.Value;
        Assert.Equal(_shop.Owner.Calendar.DayOf(_portal.Clock.GetUtcNow()) + 1, first);
        Assert.Equal((first + 59).ToString(), answer.GetProperty("earliestLastDay").GetString());
    }

    [Fact]
    public async Task Preview_CostsOfGoodsKnown_NamesThoseBelowTheFloor()
    {
        var before = await _shop.GetAsync("preview?threshold=15000000&discount=12");
        var sold = (await GoodsAsync()).Sold.Single(g => g.Sku == "s");
        // A cost that leaves one percent of the price: above the floor of zero, and below it with the discount.
        var cost = decimal.Round(sold.Revenue.ToDecimal() / sold.Pieces * 0.74m, 2);
        await _portal
            .Services.GetRequiredService<SaveGoodsCosts>()
            .RunAsync(
                _shop.Owner,
                GoodsCostRows.Read(string.Create(CultureInfo.InvariantCulture, $"s;{cost}\nunknown;5")),
                CancellationToken.None
            );

        var answer = await _shop.GetAsync("preview?threshold=15000000&discount=12");

        Assert.Equal(JsonValueKind.Null, before.GetProperty("goods").ValueKind);
        var goods = answer.GetProperty("goods");
        var shown = (await GoodsAsync()).At(Percent.FromWhole(12));
        Assert.Equal(1, goods.GetProperty("withCost").GetInt32());
        Assert.Equal(shown.CostShare, goods.GetProperty("costShare").GetDecimal());
        Assert.Equal(1, goods.GetProperty("pushedShare").GetDouble());
        var pushed = Assert.Single(goods.GetProperty("pushed").EnumerateArray());
        Assert.Equal("s", pushed.GetProperty("sku").GetString());
        Assert.Equal(shown.Pushed[0].After, pushed.GetProperty("after").GetDecimal());
        Assert.True(pushed.GetProperty("before").GetDecimal() > 0);
        Assert.Empty(goods.GetProperty("alreadyBelow").EnumerateArray());
    }

    [Fact]
    public async Task Preview_EmptyLedger_SaysThatItSaysNothing()
    {
        using var other = await StorefrontDesk.OpenAsync(_portal, "other");

        var answer = await other.GetAsync("preview?threshold=50000000&discount=10");

        Assert.True(answer.GetProperty("basis").GetProperty("ledgerSaysNothing").GetBoolean());
        Assert.Equal(0, answer.GetProperty("buyers").GetProperty("qualify").GetInt32());
        Assert.Empty((await other.GetAsync("curve")).GetProperty("steps").EnumerateArray());
    }

    private async Task<GoodsFigures> GoodsAsync()
    {
        var window = (await FiguresAsync()).Window;
        return new(
            window,
            await _portal
                .Services.GetRequiredService<GoodsSales>()
                .BetweenAsync(_shop.Owner, window, CancellationToken.None),
            await _portal
                .Services.GetRequiredService<GoodsCosts>()
                .AllAsync(_shop.Owner, CancellationToken.None),
            SellerUnitEconomics.Default
        );
    }

    private async Task<ConstructorFigures> FiguresAsync()
    {
        var snapshot = await _portal
            .Services.GetRequiredService<LedgerSnapshots>()
            .GetWholeAsync(_shop.Seller.Id, CancellationToken.None);
        var today = _shop.Owner.Calendar.DayOf(_portal.Clock.GetUtcNow());
        return ConstructorFigures.Of(snapshot.Columns, EligibilityRule.Default, today);
    }
}
