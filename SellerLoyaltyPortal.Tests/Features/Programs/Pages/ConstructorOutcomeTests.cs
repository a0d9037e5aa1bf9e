using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Features.Programs.Pages;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Pages;

public sealed class ConstructorOutcomeTests : PortalBunitContext, IAsyncLifetime
{
    private ProgramDesk _desk = null!;
    private LedgerSnapshots _snapshots = null!;

    public async Task InitializeAsync()
    {
        _desk = await ProgramDesk.OpenAsync();
        Services.AddSingleton(StartingEconomics.Of(_desk));
        _snapshots = new LedgerSnapshots(_desk.Contexts, Options.Create(new PurchasesOptions()));
        Services.AddSingleton(_snapshots);
        Services.AddSingleton<LoadCostFigures>();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        _desk.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Render_TwoYears_SaysWhatWasSpentAnywayAndWhatItCosts()
    {
        // Two years back a line that makes the history long enough; "a" and "b" qualified a year ago.
        await BuyAsync(
            ("x", 1, 800),
            ("a", 10_000, 400),
            ("b", 2_000, 500),
            ("a", 6_000, 10),
            ("c", 9_000, 5)
        );

        var panel = await OpenAsync(threshold: 2_000, discount: 10);

        panel.WaitForElement("[data-why=subsidy]");
        var sentence = panel.Find(".headline").TextContent;
        // 8.4 % of the 6,000 that "a" and "b" then spent.
        Assert.Contains("504\u00A0₽", sentence, StringComparison.Ordinal);
        var basis = panel.Find(".estimate").TextContent;
        Assert.Contains("2 покупателя", basis, StringComparison.Ordinal);
        Assert.Contains("на 50\u00A0% меньше", basis, StringComparison.Ordinal);
        Assert.Contains("снова прошли порог 50\u00A0%.", basis, StringComparison.Ordinal);
        Assert.Equal("+50,6\u00A0%", panel.Find("[data-figure=uplift]").TextContent);
    }

    [Fact]
    public async Task Render_ShortHistory_SaysThatItIsOne()
    {
        await BuyAsync(("a", 10_000, 10));

        var panel = await OpenAsync(threshold: 2_000, discount: 10);

        panel.WaitForAssertion(() =>
            Assert.Contains("меньше двух лет", panel.Find(".estimate").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task HeatMap_SquareChosen_TellsThePoint()
    {
        await BuyAsync(("a", 10_000, 10));
        (Money Threshold, Percent Discount)? chosen = null;
        var panel = await OpenAsync(2_000, 10, point => chosen = point);
        panel.WaitForElement(".heat-cell[aria-pressed=true]");

        // On the renderer's own thread: the slower figures may arrive at any moment and render anew.
        await panel.InvokeAsync(() =>
            panel.Find(".heat tbody tr:nth-child(3) td:nth-of-type(2) button").ClickAsync(new())
        );

        Assert.Equal((Money.FromUnits(5_000), Percent.FromWhole(5)), chosen);
    }

    [Fact]
    public async Task HeatMap_SwitchedToBreakEven_ShowsTheGrowthThatPays()
    {
        await BuyAsync(("a", 10_000, 10));
        var panel = await OpenAsync(threshold: 2_000, discount: 10);
        panel.WaitForElement(".heat-cell[aria-pressed=true]");
        var paid = panel.Find(".heat-cell[aria-pressed=true]").TextContent;

        await panel.InvokeAsync(() =>
            panel.FindAll("section:has(.heat) .toggle button")[1].ClickAsync(new())
        );

        panel.WaitForAssertion(() =>
        {
            var shown = panel.Find(".heat-cell[aria-pressed=true]").TextContent;
            Assert.NotEqual(paid, shown);
            Assert.Equal(panel.Find("[data-figure=uplift]").TextContent, shown);
        });
        // The discount alone decides it, so a column has one value.
        Assert.Single(
            panel
                .FindAll(".heat tbody tr")
                .Select(r => r.QuerySelectorAll("td")[1].TextContent.Trim())
                .Distinct()
        );
        Assert.Equal("–", panel.Find(".heat-cell.never").TextContent);
    }

    [Fact]
    public async Task Render_DiscountThatLosesMoney_NeverPays()
    {
        await BuyAsync(("a", 10_000, 10));

        var panel = await OpenAsync(threshold: 2_000, discount: 40);

        panel.WaitForAssertion(() => Assert.Equal("никогда", panel.Find("[data-figure=uplift]").TextContent));
        Assert.Contains(
            "never",
            panel.Find(".heat-cell[aria-pressed=true]").ClassName,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Render_Settled_ShowsRollOffAndSensitivityOfThatThreshold()
    {
        await BuyAsync(("a", 10_000, 350), ("b", 3_000, 10), ("b", 100, 340));

        var panel = await OpenAsync(threshold: 2_000, discount: 10);

        panel.WaitForAssertion(() =>
            Assert.Equal("1 / 1 / 1", panel.Find("[data-figure=roll-off]").TextContent)
        );
        Assert.Equal(6, panel.FindAll("details table.table tbody tr").Count(r => r.Children.Length == 3));
    }

    [Fact]
    public async Task Render_OtherShares_CountsWithThemAndSaysThatTheyAreTried()
    {
        await BuyAsync(("a", 10_000, 10));

        // m0 = 1 − 0.15 − 0.60, m1 = 0.9 × 0.85 − 0.60.
        var panel = await OpenAsync(
            threshold: 2_000,
            discount: 10,
            tried: new(Percent.FromWhole(15), default, Percent.FromWhole(60))
        );

        panel.WaitForAssertion(() =>
            Assert.Equal("+51,5\u00A0%", panel.Find("[data-figure=uplift]").TextContent)
        );
        Assert.Contains(
            "пробные значения",
            panel.Find("[data-why=uplift]").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Render_AnotherDay_IsThatDaysMoney()
    {
        await BuyAsync(("a", 10_000, 10), ("b", 4_000, 100));
        var panel = await OpenAsync(threshold: 2_000, discount: 10);
        panel.WaitForElement("[data-why=subsidy]");
        var now = panel.Find("[data-figure=subsidy]").TextContent;
        var snapshot = await _snapshots.GetWholeAsync(_desk.Owner.SellerId, CancellationToken.None);
        var earlier = ConstructorFigures.Of(snapshot.Columns, EligibilityRule.Default, Today - 50);

        panel.Render(parameters =>
            parameters.Add(p => p.Figures, earlier).Add(p => p.Answer, earlier.At(Money.FromUnits(2_000)))
        );

        // 8.4 % of the 4,000 that "b" alone had bought by then.
        panel.WaitForAssertion(() =>
            Assert.Equal("336\u00A0₽", panel.Find("[data-figure=subsidy]").TextContent)
        );
        Assert.NotEqual("336\u00A0₽", now);
    }

    private async Task<IRenderedComponent<ConstructorOutcome>> OpenAsync(
        int threshold,
        int discount,
        Action<(Money, Percent)>? chosen = null,
        UnitEconomics? tried = null
    )
    {
        var snapshot = await _snapshots.GetWholeAsync(_desk.Owner.SellerId, CancellationToken.None);
        var figures = ConstructorFigures.Of(snapshot.Columns, EligibilityRule.Default, Today);
        return Render<ConstructorOutcome>(parameters =>
            parameters
                .Add(p => p.Access, _desk.Owner)
                .Add(p => p.Figures, figures)
                .Add(p => p.Answer, figures.At(Money.FromUnits(threshold)))
                .Add(p => p.Discount, Percent.FromWhole(discount))
                .Add(p => p.LifeDays, 30)
                .Add(p => p.Settings, SellerUnitEconomics.Default)
                .Add(p => p.Unit, tried ?? UnitEconomics.Default)
                .Add(p => p.Limits, new ProgramLimits())
                .Add(p => p.PointChosen, chosen ?? (_ => { }))
        );
    }

    private DayNumber Today => _desk.Owner.Calendar.DayOf(_desk.Clock.GetUtcNow());

    private async Task BuyAsync(params (string Buyer, int Units, int DaysAgo)[] purchases) =>
        await new PurchaseLedger(_desk.Contexts).AppendAsync(
            _desk.Owner.SellerId,
            purchases.Select(
                (p, i) =>
                    new NewPurchaseLine
                    {
                        Buyer = new(p.Buyer),
                        LineId = $"line-{i}",
                        OrderId = $"order-{i}",
                        Sku = "sku",
                        Quantity = 1,
                        ListAmount = Money.FromUnits(p.Units),
                        SellerAmount = Money.FromUnits(p.Units),
                        PaidAmount = Money.FromUnits(p.Units),
                        BoughtAt = _desk.Clock.GetUtcNow().AddDays(-p.DaysAgo),
                    }
            ),
            CancellationToken.None
        );
}
