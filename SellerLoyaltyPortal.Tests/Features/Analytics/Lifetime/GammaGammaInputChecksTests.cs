using SellerLoyaltyPortal.Features.Analytics.Lifetime;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Lifetime;

public sealed class GammaGammaInputChecksTests
{
    [Fact]
    public void Fit_NobodyWithARepeat_IsRefused()
    {
        CustomerSummary[] buyers = [new(0, 0, 10), new(2, 5, 10, 0)];

        Assert.Throws<ArgumentException>(() => GammaGammaFit.To(buyers));
    }

    [Fact]
    public void Fit_SpendThatIsNoNumber_IsRefused()
    {
        CustomerSummary[] buyers = [new(2, 5, 10, double.NaN)];

        Assert.Throws<ArgumentException>(() => GammaGammaFit.To(buyers));
    }

    [Fact]
    public void Fit_FreeRepeatsAndBuyersWithoutOne_AreLeftOut()
    {
        CustomerSummary[] silent = [new(0, 0, 10), new(2, 5, 10, 0), new(2, 5, 10, -3)];
        var fit = GammaGammaFit.To([.. Cdnow.Calibration, .. silent]);

        Assert.Equal(946, fit.Buyers);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, -1, 1)]
    [InlineData(1, 1, double.NaN)]
    public void Model_AParameterThatIsNotPositive_IsRefused(double p, double q, double v) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new GammaGammaModel(new(p, q, v)));
}
