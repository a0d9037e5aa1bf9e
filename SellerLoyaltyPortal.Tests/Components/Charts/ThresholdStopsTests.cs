using SellerLoyaltyPortal.Components.Charts;

namespace SellerLoyaltyPortal.Tests.Components.Charts;

public sealed class ThresholdStopsTests
{
    private static readonly ThresholdPoint[] Points = [new(5, 4), new(20, 3), new(21, 2)];

    [Theory]
    [InlineData(0, 4)]
    [InlineData(5, 4)]
    [InlineData(5.01, 3)]
    [InlineData(20, 3)]
    [InlineData(21, 2)]
    [InlineData(21.01, 0)]
    public void ValueAt_Threshold_IsThatOfTheStepItLiesOn(double threshold, double value) =>
        Assert.Equal(value, ThresholdStops.ValueAt(Points, threshold));

    [Fact]
    public void Of_Range_IsItsRoundThresholds() =>
        Assert.Equal(
            [new(5, 4), new(10, 3), new(20, 3), new(50, 0)],
            ThresholdStops.Of(Points, from: 4, to: 99)
        );

    [Fact]
    public void Of_NoPoints_SaysZero() =>
        Assert.All(ThresholdStops.Of([], 1, 100), stop => Assert.Equal(0, stop.Value));
}
