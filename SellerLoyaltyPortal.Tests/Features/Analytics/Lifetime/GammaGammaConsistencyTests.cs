using SellerLoyaltyPortal.Features.Analytics.Lifetime;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Lifetime;

public sealed class GammaGammaConsistencyTests
{
    [Theory]
    [InlineData(6.2, 3.7, 15.4)]
    [InlineData(0.3, 0.4, 900)]
    [InlineData(40, 12, 0.5)]
    public void Likelihood_ItsDerivatives_AreThoseOfDifferences(double p, double q, double v) =>
        Derivatives.Check(new GammaGammaLikelihood(Cdnow.Calibration), [p, q, v]);

    [Fact]
    public void Fit_OtherCurrency_ScalesOnlyV()
    {
        var dollars = GammaGammaFit.To(Cdnow.Calibration).Parameters;
        var roubles = Cdnow.Calibration.Select(s => s with { MeanRepeatSpend = s.MeanRepeatSpend * 90 });
        var other = GammaGammaFit.To(roubles.ToArray()).Parameters;

        Close.Relative(dollars.P, other.P, 1e-7);
        Close.Relative(dollars.Q, other.Q, 1e-7);
        Close.Relative(dollars.V * 90, other.V, 1e-7);
    }

    [Theory]
    [InlineData(0.05, 8, 500)]
    [InlineData(30, 0.5, 1)]
    public void Fit_FromOtherStarts_FindsTheSameMaximum(double p, double q, double v) =>
        Close.Absolute(
            -4055.9177,
            GammaGammaFit.To(Cdnow.Calibration, new(p, q, v)).Quality.LogLikelihood,
            1e-3
        );

    [Fact]
    public void ExpectedSpend_MorePurchases_ApproachesTheirOwnMean()
    {
        var model = new GammaGammaModel(new(6.25, 3.74, 15.44));
        var distances = new[] { 1, 3, 10, 100, 10_000 }.Select(x =>
            Math.Abs(model.ExpectedSpend(new(x, 1, 2, 80)) - 80)
        );

        Assert.Equal(distances.OrderDescending(), distances);
        Close.Absolute(80, model.ExpectedSpend(new(1_000_000, 1, 2, 80)), 1e-3);
        Close.Relative(model.MeanSpend, model.ExpectedSpend(new(0, 0, 2)), 1e-12);
    }
}
