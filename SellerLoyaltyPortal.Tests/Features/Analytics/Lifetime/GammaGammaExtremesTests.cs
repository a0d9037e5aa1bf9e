using SellerLoyaltyPortal.Features.Analytics.Lifetime;
using SellerLoyaltyPortal.Features.Analytics.Numerics;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Lifetime;

public sealed class GammaGammaExtremesTests
{
    [Fact]
    public void Fit_OneBuyer_EndsAndSaysThatTheDataAreSilent()
    {
        var fit = GammaGammaFit.To([new(3, 10, 20, 50)]);

        Assert.NotEqual(FitOutcome.Converged, fit.Quality.Outcome);
        Assert.True(double.IsFinite(fit.Quality.LogLikelihood));
    }

    [Fact]
    public void Fit_EverybodySpendsTheSame_ExpectsThatOfEverybody()
    {
        var buyers = Enumerable
            .Range(1, 200)
            .Select(i => new CustomerSummary(1 + i % 9, 10, 20, 50))
            .ToArray();
        var model = new GammaGammaModel(GammaGammaFit.To(buyers).Parameters);

        Assert.All(buyers, b => Close.Relative(50, model.ExpectedSpend(b), 1e-3));
    }

    [Fact]
    public void Likelihood_HugeAndTinySpend_IsFinite()
    {
        CustomerSummary[] buyers = [new(1, 1, 2, 1e-4), new(100_000, 1, 2, 1e12)];
        var (gradient, hessian) = (new double[3], new double[9]);

        Assert.True(
            double.IsFinite(new GammaGammaLikelihood(buyers).Evaluate([6, 4, 15], gradient, hessian))
        );
        Assert.All(gradient.Concat(hessian), d => Assert.True(double.IsFinite(d)));
    }

    [Fact]
    public void ExpectedSpend_NoMean_IsInfiniteAndNotNegative()
    {
        var model = new GammaGammaModel(new(0.1, 0.5, 10));

        Assert.Equal(double.PositiveInfinity, model.MeanSpend);
        Assert.Equal(double.PositiveInfinity, model.ExpectedSpend(new(0, 0, 1)));
        Assert.True(model.ExpectedSpend(new(100, 1, 2, 30)) > 0);
    }
}
