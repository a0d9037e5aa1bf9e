using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Mechanics;

public sealed class MechanicComparisonTests
{
    private static readonly ThresholdDiscount Before = new(
        Money.FromUnits(5_000),
        Percent.FromWhole(10),
        EligibilityRule.Default
    );

    [Fact]
    public void CanBeWorse_TheSame_IsNot() =>
        Assert.False(MechanicComparison.CanBeWorse(Before, Before with { }));

    [Theory]
    [InlineData(5_000, 11, false)]
    [InlineData(4_999, 10, false)]
    [InlineData(4_999, 11, false)]
    [InlineData(5_001, 10, true)]
    [InlineData(5_000, 9, true)]
    [InlineData(4_000, 9, true)]
    [InlineData(5_001, 50, true)]
    public void CanBeWorse_ThresholdAndDiscount_EitherIsEnough(int threshold, int discount, bool isWorse) =>
        Assert.Equal(
            isWorse,
            MechanicComparison.CanBeWorse(
                Before,
                Before with
                {
                    Threshold = Money.FromUnits(threshold),
                    Discount = Percent.FromWhole(discount),
                }
            )
        );

    [Fact]
    public void CanBeWorse_AnotherWayOfCountingOrOfStacking_EachIs()
    {
        Assert.True(
            MechanicComparison.CanBeWorse(
                Before,
                Before with
                {
                    Rule = EligibilityRule.Default with { WindowDays = 400 },
                }
            )
        );
        Assert.True(
            MechanicComparison.CanBeWorse(
                Before,
                Before with
                {
                    Stacking = StackingPolicy.LoyaltyNeverOverPromotion,
                }
            )
        );
    }
}
