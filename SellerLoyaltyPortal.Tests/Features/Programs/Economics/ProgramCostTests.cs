using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Economics;

public sealed class ProgramCostTests
{
    private static readonly AnywayEstimate Anyway = new(
        AnywayBasis.YearEarlier,
        DayNumber.Of(2025, 1, 1),
        100,
        Money.FromUnits(1_200_000),
        Money.FromUnits(1_000_000),
        60
    );

    [Fact]
    public void Of_Offer_ExtraSalesPayExactlyForTheSubsidy()
    {
        var cost = Cost(10, near: 40);

        Assert.Equal(Money.FromUnits(84_000), cost.YearlySubsidy);
        // m1 of the extra sales of the qualified is the subsidy; so is m0 of what the near buyers buy.
        Assert.Equal(84_000, (double)cost.ExtraSalesOfQualified!.Value.ToDecimal() * 0.166, 0.001);
        Assert.Equal(84_000, (double)cost.ExtraPerNear!.Value.ToDecimal() * 40 * 0.25, 0.01);
        // Growth by u* of what they spend anyway is the same amount.
        Assert.Equal(
            (double)(Anyway.Spent.ToDecimal() * cost.Margins.BreakEvenUplift!.Value),
            (double)cost.ExtraSalesOfQualified.Value.ToDecimal(),
            0.01
        );
        Assert.Equal(
            (double)cost.ExtraPerQualified!.Value.ToDecimal() / 2_000,
            cost.ExtraOrdersPerQualified!.Value,
            0.0001
        );
    }

    [Fact]
    public void Of_UnitLosesMoney_NoSalesPay()
    {
        var cost = Cost(40, near: 40);

        Assert.Null(cost.ExtraSalesOfQualified);
        Assert.Null(cost.ExtraPerQualified);
        Assert.True(cost.YearlySubsidy > Money.Zero);
    }

    [Fact]
    public void Of_NobodyNear_AsksNobody()
    {
        var cost = Cost(10, near: 0);

        Assert.Null(cost.ExtraPerNear);
        Assert.Null(cost.ExtraOrdersPerNear);
    }

    [Fact]
    public void Of_NobodyBehindTheThreshold_AsksNobody()
    {
        var cost = Cost(10, near: 1, Anyway with { Buyers = 0, Spent = Money.Zero });

        Assert.Null(cost.ExtraSalesOfQualified);
        Assert.Null(cost.ExtraPerQualified);
    }

    [Fact]
    public void Of_MoreReturnedThanBought_CostsNothing()
    {
        var cost = Cost(10, near: 1, Anyway with { Spent = Money.FromUnits(-5_000) });

        Assert.Equal(Money.Zero, cost.YearlySubsidy);
        Assert.Equal(Money.Zero, cost.ExtraPerNear);
    }

    [Fact]
    public void Of_NoTypicalOrder_HasAmountsAndNoOrders()
    {
        var cost = ProgramCost.Of(
            Anyway,
            UnitMargins.Of(UnitEconomics.Default, Percent.FromWhole(10)),
            1,
            Money.Zero
        );

        Assert.NotNull(cost.ExtraPerQualified);
        Assert.NotNull(cost.ExtraPerNear);
        Assert.Null(cost.ExtraOrdersPerQualified);
        Assert.Null(cost.ExtraOrdersPerNear);
    }

    [Fact]
    public void Of_UnitLeavesNothingWithoutTheDiscount_NobodyNearCanPay()
    {
        var even = new UnitEconomics(Percent.FromWhole(50), Percent.FromWhole(0), Percent.FromWhole(50));

        var cost = ProgramCost.Of(Anyway, UnitMargins.Of(even, Percent.FromWhole(10)), 5, Money.FromUnits(1));

        Assert.Null(cost.ExtraPerNear);
    }

    [Fact]
    public void Grid_MoreReturnedThanBought_CostsNothing()
    {
        var day = DayNumber.Of(2026, 1, 1);
        LedgerLine Line(DayNumber on, int units) =>
            new(1, on, Money.FromUnits(units), Money.FromUnits(units), Money.FromUnits(units));
        // Bought before the year, given back within it.
        var columns = SeededLedgers.Columns([
            Line(day - 900, 1),
            Line(day - 500, 5_000),
            Line(day - 100, -3_000),
        ]);
        var curve = AnywayCurve.Of(columns, EligibilityRule.Default, day);

        var grid = CostGrid.Of(
            curve,
            UnitEconomics.Default,
            [Money.FromUnits(1_000)],
            [Percent.FromWhole(10)]
        );

        Assert.Equal(
            (1, Money.FromUnits(-3_000)),
            (curve.At(Money.FromUnits(1_000)).Buyers, curve.At(Money.FromUnits(1_000)).Spent)
        );
        Assert.Equal(Money.Zero, grid.Rows[0][0].Subsidy);
    }

    [Fact]
    public void DiscountsAround_NarrowerLimits_StayWithinThemBesideTheChosenOne() =>
        Assert.Equal(
            [5, 7, 10, 15, 20],
            CostGrid
                .DiscountsAround(
                    Percent.FromWhole(7),
                    new ProgramLimits { LowestDiscount = 5, HighestDiscount = 20 }
                )
                .Select(d => (int)d.ToDecimal())
        );

    [Fact]
    public void Committed_Days_AreTheirShareOfTheYear()
    {
        var cost = Cost(10, near: 1);

        Assert.Equal(cost.YearlySubsidy, cost.Committed(365));
        Assert.Equal(6_904.1096m, cost.Committed(30).ToDecimal());
    }

    [Fact]
    public void Grid_EveryCell_IsTheOffersOwnCost()
    {
        var limits = new ProgramLimits();
        var curve = AnywayCurve.Of(OnlineRetail.Columns, EligibilityRule.Default, OnlineRetail.AsOf);
        var (threshold, discount) = (Money.FromUnits(1_300), Percent.FromWhole(7));
        var grid = CostGrid.Of(
            curve,
            UnitEconomics.Default,
            CostGrid.ThresholdsAround(threshold, limits),
            CostGrid.DiscountsAround(discount, limits)
        );

        Assert.Equal(
            [1_000, 1_300, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000],
            grid.Thresholds.Select(t => (int)t.ToDecimal())
        );
        Assert.Equal([3, 5, 7, 10, 15, 20, 25, 30, 40, 50], grid.Discounts.Select(d => (int)d.ToDecimal()));
        foreach (var cell in grid.Rows.SelectMany(r => r))
        {
            var margins = UnitMargins.Of(UnitEconomics.Default, cell.Discount);
            var cost = ProgramCost.Of(curve.At(cell.Threshold), margins, 0, Money.Zero);
            Assert.Equal((cost.YearlySubsidy, margins.BreakEvenUplift), (cell.Subsidy, cell.Uplift));
            Assert.Equal(cell.Discount.ToDecimal() > 32.4m, cell.Uplift is null);
        }
        Assert.Equal(grid.Rows[0][7].Subsidy, grid.Highest);
    }

    private static ProgramCost Cost(int discount, int near, AnywayEstimate? anyway = null) =>
        ProgramCost.Of(
            anyway ?? Anyway,
            UnitMargins.Of(UnitEconomics.Default, Percent.FromWhole(discount)),
            near,
            Money.FromUnits(2_000)
        );
}
