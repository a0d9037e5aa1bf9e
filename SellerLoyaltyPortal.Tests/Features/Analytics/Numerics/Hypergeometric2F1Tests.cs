using SellerLoyaltyPortal.Features.Analytics.Numerics;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Numerics;

public sealed class Hypergeometric2F1Tests
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public void Value_ElementaryCases_AreReproduced(double z)
    {
        // DLMF 15.4.1, 15.4.6, 15.4.4.
        Close.Relative(-Math.Log(1 - z) / z, Hypergeometric2F1.Value(1, 1, 2, z), 1e-11);
        Close.Relative(Math.Pow(1 - z, -2.5), Hypergeometric2F1.Value(2.5, 3, 3, z), 1e-10);
        Close.Relative(
            Math.Asin(Math.Sqrt(z)) / Math.Sqrt(z),
            Hypergeometric2F1.Value(0.5, 0.5, 1.5, z),
            1e-10
        );
    }

    [Fact]
    public void ExcessOverB_BIsZero_IsTheLimit()
    {
        var limit = Hypergeometric2F1.ExcessOverB(1.7, 0, 3.1, 0.6);

        Close.Relative(limit, (Hypergeometric2F1.Value(1.7, 1e-7, 3.1, 0.6) - 1) / 1e-7, 1e-6);
        Assert.Equal(0, Hypergeometric2F1.ExcessOverB(1, 1, 1, 0));
    }

    [Fact]
    public void Value_OutsideTheUnitInterval_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Hypergeometric2F1.Value(1, 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hypergeometric2F1.Value(1, 1, 1, -0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hypergeometric2F1.Value(1, 1, 0, 0.1));
    }
}
