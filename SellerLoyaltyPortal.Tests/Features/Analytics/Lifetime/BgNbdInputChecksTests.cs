using SellerLoyaltyPortal.Features.Analytics.Lifetime;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Lifetime;

public sealed class BgNbdInputChecksTests
{
    [Fact]
    public void From_NoBuyers_IsRefused() => Assert.Throws<ArgumentException>(() => HistoryGroups.From([]));

    [Theory]
    [InlineData(-1, 0, 10)]
    [InlineData(0, 1, 10)]
    [InlineData(1, 0, 10)]
    [InlineData(1, 11, 10)]
    [InlineData(1, -1, 10)]
    [InlineData(0, 0, -1)]
    [InlineData(1, 5, double.NaN)]
    [InlineData(1, double.NaN, 5)]
    [InlineData(1, 5, double.PositiveInfinity)]
    public void From_AHistoryThatCannotBe_IsRefused(int repeats, double last, double age) =>
        Assert.Throws<ArgumentException>(() => HistoryGroups.From([new(repeats, last, age)]));

    [Theory]
    [InlineData(0, 1, 1, 1)]
    [InlineData(1, -1, 1, 1)]
    [InlineData(1, 1, double.NaN, 1)]
    [InlineData(1, 1, 1, double.PositiveInfinity)]
    public void Model_AParameterThatIsNotPositive_IsRefused(double r, double alpha, double a, double b) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BgNbdModel(new(r, alpha, a, b)));

    [Fact]
    public void Model_NegativeHorizon_IsRefused()
    {
        var model = new BgNbdModel(new(1, 1, 1, 1));

        Assert.Throws<ArgumentOutOfRangeException>(() => model.ExpectedPurchasesOfNewBuyer(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ExpectedPurchases(new(0, 0, 1), -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ProbabilityOfPurchases(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ProbabilityOfPurchases(1, -1));
    }
}
