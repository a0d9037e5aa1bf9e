using SellerLoyaltyPortal.Components.Charts;

namespace SellerLoyaltyPortal.Tests.Components.Charts;

public sealed class ScaleTests
{
    [Fact]
    public void LinearTicks_RoundNumbers_CoverTheAxis() =>
        Assert.Equal([0, 1000, 2000, 3000, 4000], new LinearScale(0, 4252, 266, 16).Ticks(5));

    [Fact]
    public void LogTicks_ThreeDecades_AreOneTwoAndAHalfFive() =>
        Assert.Equal(
            [100, 250, 500, 1000, 2500, 5000, 10000, 25000, 50000, 100000],
            new LogScale(100, 100_000, 0, 700).Ticks(10)
        );

    [Fact]
    public void LogTicks_TooManyForTheRoom_AreThinnedOut() =>
        Assert.Equal(
            [100, 500, 1000, 5000, 10000, 50000, 100000],
            new LogScale(100, 100_000, 0, 700).Ticks(9)
        );

    [Theory]
    [InlineData(100)]
    [InlineData(1234.5)]
    [InlineData(100_000)]
    public void Value_OfItsPosition_IsTheValue(double value)
    {
        IScale[] scales = [new LogScale(100, 100_000, 56, 744), new LinearScale(0, 100_000, 744, 56)];
        foreach (var scale in scales)
            Assert.Equal(value, scale.Value(scale.Position(value)), 1e-6);
    }

    [Fact]
    public void LogPosition_OfZeroOrLess_StaysFinite() =>
        Assert.True(double.IsFinite(new LogScale(100, 1000, 0, 1).Position(-5)));
}
