using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Cohorts;

public sealed class CohortTriangleTests
{
    // January: 10 buyers, of whom 1 comes back in February and 6 in March. February: 90 buyers, 9 back in March.
    private static CohortTriangle Triangle(int asOf)
    {
        var ledger = new ALedger();
        for (var buyer = 0; buyer < 10; buyer++)
        {
            ledger.Bought(buyer, buyer);
            if (buyer < 1)
                ledger.Bought(buyer, 40);
            if (buyer < 6)
                ledger.Bought(buyer, 70);
        }
        for (var buyer = 10; buyer < 100; buyer++)
        {
            ledger.Bought(buyer, 35);
            if (buyer < 19)
                ledger.Bought(buyer, 75);
        }
        return CohortCalculator.Count(ledger.Build(), ALedger.Start + asOf, CohortPeriod.Month);
    }

    private static readonly int EndOfMarch = DayNumber.Of(2026, 3, 31) - ALedger.Start;

    [Fact]
    public void WeightedAverage_UnequalCohorts_IsNotTheMeanOfPercentages()
    {
        var triangle = Triangle(EndOfMarch);

        Close.Relative(
            (1 + 9) / 100.0,
            triangle.WeightedAverage(1, CohortCounting.OnPeriod, CohortBase.First)!.Value,
            1e-12
        );
        Close.Relative(
            0.6,
            triangle.WeightedAverage(2, CohortCounting.OnPeriod, CohortBase.First)!.Value,
            1e-12
        );
    }

    [Fact]
    public void Share_RelativeToPrevious_DividesByTheCellBefore()
    {
        var triangle = Triangle(EndOfMarch);

        Assert.Equal(6, triangle.Share(0, 2, CohortCounting.OnPeriod, CohortBase.Previous));
        Assert.Equal(1, triangle.Share(0, 0, CohortCounting.OnPeriod, CohortBase.Previous));
    }

    [Fact]
    public void Count_OnOrAfter_NeverRises()
    {
        var triangle = Triangle(EndOfMarch);

        Assert.Equal(6, triangle.Count(0, 1, CohortCounting.OnOrAfter));
        Assert.Equal(6, triangle.Count(0, 2, CohortCounting.OnOrAfter));
        Assert.Equal(1, triangle.Count(0, 1));
    }

    [Fact]
    public void Count_TheDayBeforeThePeriodEnds_IsBlankAndLeftOutOfAverages()
    {
        var triangle = Triangle(EndOfMarch - 1);

        Assert.False(triangle.IsFinished(0, 2));
        Assert.Null(triangle.Count(0, 2));
        Assert.Equal(6, triangle.CountSoFar(0, 2));
        Assert.Null(triangle.WeightedAverage(2, CohortCounting.OnPeriod, CohortBase.First));
        Close.Relative(
            0.1,
            triangle.WeightedAverage(1, CohortCounting.OnPeriod, CohortBase.First)!.Value,
            1e-12
        );
        Assert.Null(triangle.CountSoFar(1, 2));
    }
}
