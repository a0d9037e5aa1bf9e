using SellerLoyaltyPortal.Features.Analytics.Numerics;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Numerics;

public sealed class GammaFunctionsTests
{
    [Theory]
    [InlineData(0.5, 0.5723649429247001)]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(5, 3.1780538303479458)]
    [InlineData(100, 359.1342053695754)]
    [InlineData(1e-10, 23.025850929882735)]
    public void LogGamma_KnownValues_AreReproduced(double z, double expected) =>
        Close.Absolute(expected, GammaFunctions.LogGamma(z), 1e-14 * (1 + Math.Abs(expected)));

    [Fact]
    public void Digamma_KnownValues_AreReproduced()
    {
        Close.Absolute(-0.57721566490153286, GammaFunctions.Digamma(1), 1e-14);
        Close.Absolute(-1.96351002602142348, GammaFunctions.Digamma(0.5), 1e-14);
        Close.Absolute(Math.PI * Math.PI / 6, GammaFunctions.Trigamma(1), 1e-14);
        Close.Absolute(Math.PI * Math.PI / 2, GammaFunctions.Trigamma(0.5), 1e-14);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(4.7)]
    [InlineData(9.99)]
    [InlineData(10.01)]
    [InlineData(5_000)]
    public void All_ShiftedByOne_FollowTheRecurrence(double z)
    {
        Close.Absolute(
            GammaFunctions.LogGamma(z) + Math.Log(z),
            GammaFunctions.LogGamma(z + 1),
            1e-14 * (1 + z * Math.Log(z + 1))
        );
        Close.Absolute(GammaFunctions.Digamma(z) + 1 / z, GammaFunctions.Digamma(z + 1), 1e-14);
        Close.Absolute(GammaFunctions.Trigamma(z) - 1 / (z * z), GammaFunctions.Trigamma(z + 1), 1e-14);
    }

    [Fact]
    public void LogGamma_NotPositive_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => GammaFunctions.LogGamma(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => GammaFunctions.Digamma(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => GammaFunctions.Trigamma(0));
    }

    [Fact]
    public void RisingFactorials_ManyFactors_AreDifferencesOfGammaFunctions()
    {
        var rising = new RisingFactorials([0, 1, 5, 400, 100_000]);
        rising.Evaluate(0.7);

        Assert.Equal(0, rising.Value[0]);
        foreach (var (n, i) in new[] { 1, 5, 400, 100_000 }.Select((n, i) => (n, i + 1)))
        {
            Close.Relative(
                GammaFunctions.LogGamma(0.7 + n) - GammaFunctions.LogGamma(0.7),
                rising.Value[i],
                1e-12
            );
            Close.Relative(
                GammaFunctions.Digamma(0.7 + n) - GammaFunctions.Digamma(0.7),
                rising.First[i],
                1e-11
            );
            Close.Relative(
                GammaFunctions.Trigamma(0.7 + n) - GammaFunctions.Trigamma(0.7),
                rising.Second[i],
                1e-11
            );
        }
    }
}
