using SellerLoyaltyPortal.Features.Analytics.Retention;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Retention;

public sealed class SurvivalCurveInputChecksTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Curve_NoSuchPurchase_IsRefused(int n) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            RepeatTimes.Curve(new ALedger().Bought(1, 0).Days(5), n)
        );

    [Fact]
    public void From_NobodyRepeatedOrOnlyRepeats_NeedsNeitherArrayToBeLong()
    {
        Assert.Equal(4, SurvivalCurve.From([], [0, 4]).Buyers);
        Assert.Equal(4, SurvivalCurve.From([0, 4], []).Buyers);
    }

    [Fact]
    public void From_CountsOfNothing_AreNobody() =>
        Assert.Equal(0, SurvivalCurve.From(new int[30], new int[30]).Buyers);
}
