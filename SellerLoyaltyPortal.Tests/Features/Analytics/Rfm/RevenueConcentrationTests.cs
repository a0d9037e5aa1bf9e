using SellerLoyaltyPortal.Features.Analytics.Rfm;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Rfm;

public sealed class RevenueConcentrationTests
{
    private static readonly RevenueConcentration Five = new([20, 10, 50, -5, 20]);

    [Theory]
    [InlineData(0.2, 1)]
    [InlineData(0.5, 1)]
    [InlineData(0.51, 2)]
    [InlineData(0.7, 2)]
    [InlineData(0.8, 3)]
    [InlineData(1, 4)]
    public void BuyersFor_AShare_IsTheLeastNumber(double share, int buyers) =>
        Assert.Equal(buyers, Five.BuyersFor(share));

    [Fact]
    public void ShareOf_NegativeTotals_BringNothing()
    {
        Assert.Equal(100, Five.Total);
        Assert.Equal(0.7, Five.ShareOf(2), 12);
        Assert.Equal(1, Five.ShareOf(5), 12);
        Assert.Equal(0, Five.ShareOf(0));
    }

    [Fact]
    public void BuyersFor_NoMoney_IsNobody()
    {
        Assert.Equal(0, new RevenueConcentration([0, -1]).BuyersFor(0.5));
        Assert.Equal(0, new RevenueConcentration([]).ShareOf(3));
    }
}
