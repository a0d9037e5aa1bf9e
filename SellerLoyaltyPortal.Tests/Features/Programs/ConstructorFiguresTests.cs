using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs;

public sealed class ConstructorFiguresTests
{
    private static readonly DayNumber AsOf = DayNumber.Of(2026, 1, 31);

    // Totals 100, 900, 1000 and 3000; orders of 100, 900, 1000 and 3000: the typical one is 950.
    private static readonly ConstructorFigures Figures = ConstructorFigures.Of(
        SeededLedgers.Columns([Line(1, 100), Line(2, 900), Line(3, 1_000), Line(4, 3_000)]),
        EligibilityRule.Default,
        AsOf
    );

    [Fact]
    public void At_OnATotal_CountsIt()
    {
        var answer = Figures.At(Money.FromUnits(1_000));

        Assert.Equal(2, answer.Buyers);
        Assert.Equal(0.5, answer.ShareOfBuyers);
        Assert.Equal(Money.FromUnits(4_000), answer.Revenue);
        Assert.Equal(0.8, answer.ShareOfRevenue);
        Assert.Equal(2, answer.Near);
    }

    [Fact]
    public void At_AHundredthAboveATotal_DoesNotCountIt() =>
        Assert.Equal(1, Figures.At(Money.FromDecimal(1_000.01m)).Buyers);

    [Fact]
    public void At_AHundredthBelowATotal_CountsIt() =>
        Assert.Equal(2, Figures.At(Money.FromDecimal(999.99m)).Buyers);

    [Fact]
    public void ExampleNear_SomebodyNear_IsTheirTotal() =>
        Assert.Equal(Money.FromUnits(100), Figures.ExampleNear(Money.FromUnits(1_000)));

    [Fact]
    public void ExampleNear_NobodyNear_IsNothing() =>
        Assert.Null(Figures.ExampleNear(Money.FromUnits(100_000)));

    [Fact]
    public void With_OwnTypicalOrder_DecidesWhoIsNearAndLeavesTheMedian()
    {
        var own = Figures.With(Money.FromUnits(901));

        // 100 is 900 below a thousand: within the seller's own order.
        Assert.True(own.IsTypicalOrderSet);
        Assert.Equal(
            Figures.Curve.NearAt(Money.FromUnits(1_000), Money.FromUnits(901)),
            own.At(Money.FromUnits(1_000)).Near
        );
        Assert.Equal(Figures.MedianOrder, own.MedianOrder);
        Assert.NotEqual(
            own.At(Money.FromUnits(1_000)).Near,
            Figures.With(Money.FromUnits(1)).At(Money.FromUnits(1_000)).Near
        );
        Assert.Same(Figures, Figures.With(null));
    }

    [Fact]
    public void Of_EmptyLedger_HasNobodyAndNoShares()
    {
        var figures = ConstructorFigures.Of(SeededLedgers.Columns([]), EligibilityRule.Default, AsOf);

        var answer = figures.At(Money.FromUnits(1_000));

        Assert.Equal(
            (0, 0.0, Money.Zero, 0.0, 0),
            (answer.Buyers, answer.ShareOfBuyers, answer.Revenue, answer.ShareOfRevenue, answer.Near)
        );
        Assert.Equal(Money.Zero, figures.TypicalOrder);
    }

    [Fact]
    public void Of_RandomLedger_AgreesWithTheNaiveCount()
    {
        var lines = SeededLedgers.Lines(seed: 7);
        var asOf = SeededLedgers.FirstDay + 600;
        var figures = ConstructorFigures.Of(SeededLedgers.Columns(lines), EligibilityRule.Default, asOf);
        var totals = BuyerTotalsCalculator.Calculate(
            SeededLedgers.Columns(lines),
            EligibilityRule.Default,
            asOf
        );
        for (var units = -100; units < 3_000; units += 7)
        {
            var threshold = Money.FromUnits(units);
            Assert.Equal(
                Enumerable.Range(0, totals.Columns.BuyerCount).Count(b => totals.Qualifies(b, threshold)),
                figures.At(threshold).Buyers
            );
        }
    }

    private static LedgerLine Line(long buyer, long units) =>
        new(
            buyer,
            AsOf - 10,
            Money.FromUnits(units),
            Money.FromUnits(units),
            Money.FromUnits(units),
            1,
            Order: (int)buyer
        );
}
