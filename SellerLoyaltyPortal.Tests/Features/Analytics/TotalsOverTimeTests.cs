using SellerLoyaltyPortal.Features.Analytics;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Analytics;

public sealed class TotalsOverTimeTests
{
    [Fact]
    public void Of_ABuyer_EqualsTheTotalOfEveryDay()
    {
        var columns = new ALedger()
            .Bought(1, 0, 100)
            .Bought(1, 10, 50, returned: 1)
            .Bought(1, 300, 70)
            .Cancelled(1, 301, 20)
            .Build();
        var rule = EligibilityRule.Default;
        var asOf = ALedger.Start + 500;

        var totals = TotalsOverTime.Of(EligibilityExplanation.Of(columns, rule, asOf, 0));

        for (var day = ALedger.Start; day <= asOf; day += 1)
        {
            var expected = BuyerTotalsCalculator.Calculate(columns, rule, day).Of(0);
            Assert.Equal(expected, totals.Last(t => t.Day <= day).Total);
        }
        Assert.Equal([0, 10, 300, 301, 365, 375], totals.Select(t => t.Day - ALedger.Start));
        Assert.Equal(Money.FromUnits(50), totals[^1].Total);
    }
}
