using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility;

public sealed class EligibilityRuleTests
{
    [Fact]
    public void Default_Always_IsTheProductsRule()
    {
        Assert.Equal(365, EligibilityRule.Default.WindowDays);
        Assert.Equal(PriceBase.SellerPrice, EligibilityRule.Default.PriceBase);
        Assert.Equal(ReturnRule.OriginalDate, EligibilityRule.Default.ReturnRule);
        Assert.Equal(ThresholdBoundary.AtLeast, EligibilityRule.Default.Boundary);
        Assert.True(EligibilityRule.Default.CountDiscounted);
    }

    [Fact]
    public void WindowOn_365Days_CoversBothEnds()
    {
        var window = EligibilityRule.Default.WindowOn(DayNumber.Of(2011, 12, 9));
        Assert.Equal(new DayRange(DayNumber.Of(2010, 12, 10), DayNumber.Of(2011, 12, 9)), window);
        Assert.Equal(365, window.Length);
        Assert.Equal(
            DayNumber.Of(2024, 3, 1),
            EligibilityRule.Default.WindowOn(DayNumber.Of(2025, 2, 28)).First
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void WindowDays_LessThanOne_IsRefused(int days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new EligibilityRule { WindowDays = days });

    [Fact]
    public void WindowOn_LongerThanTime_BeginsAtTheFirstDay() =>
        Assert.Equal(
            new DayNumber(0),
            new EligibilityRule { WindowDays = int.MaxValue }
                .WindowOn(DayNumber.Of(2025, 1, 1))
                .First
        );

    [Theory]
    [InlineData(-100, false, false)]
    [InlineData(0, true, false)]
    [InlineData(100, true, true)]
    public void Qualifies_AKopeckAroundTheThreshold_FollowsTheBoundary(long off, bool atLeast, bool above)
    {
        var threshold = Money.FromUnits(1_000);
        var total = threshold + new Money(off);
        var rule = EligibilityRule.Default;
        Assert.Equal(atLeast, rule.Qualifies(total, threshold));
        Assert.Equal(above, (rule with { Boundary = ThresholdBoundary.Above }).Qualifies(total, threshold));
    }
}
