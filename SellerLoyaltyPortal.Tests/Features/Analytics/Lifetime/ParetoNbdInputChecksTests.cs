using SellerLoyaltyPortal.Features.Analytics.Lifetime;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Lifetime;

public sealed class ParetoNbdInputChecksTests
{
    private static readonly ParetoNbdModel Model = new(new(0.55, 10, 0.6, 11));

    [Theory]
    [InlineData(0, 1, 1, 1)]
    [InlineData(1, -1, 1, 1)]
    [InlineData(1, 1, double.NaN, 1)]
    [InlineData(1, 1, 1, double.PositiveInfinity)]
    public void Model_AParameterThatIsNotPositive_IsRefused(double r, double alpha, double s, double beta) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParetoNbdModel(new(r, alpha, s, beta)));

    [Fact]
    public void Model_NegativeHorizonOrNoDiscountRate_IsRefused()
    {
        CustomerSummary buyer = new(0, 0, 1);

        Assert.Throws<ArgumentOutOfRangeException>(() => Model.ExpectedPurchasesOfNewBuyer(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.ExpectedPurchases(buyer, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.DiscountedPurchases(buyer, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.DiscountedPurchases(buyer, 0.01, -1));
    }
}
