using SellerLoyaltyPortal.Features.Analytics.Lifetime;
using SellerLoyaltyPortal.Features.Analytics.Numerics;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Lifetime;

public sealed class BgNbdExtremesTests
{
    private static readonly BgNbdModel Model = new(new(0.242595, 4.413602, 0.792922, 2.425906));

    [Fact]
    public void Likelihood_ManyPurchasesInALongTime_DoesNotOverflow()
    {
        var likelihood = new BgNbdLikelihood(HistoryGroups.From([new(100_000, 5_000, 5_001)]));
        var (gradient, hessian) = (new double[4], new double[16]);

        var value = likelihood.Evaluate([0.2, 4, 0.8, 2.4], gradient, hessian);

        Assert.True(double.IsFinite(value));
        Assert.All(gradient.Concat(hessian), d => Assert.True(double.IsFinite(d)));
    }

    [Fact]
    public void ProbabilityAlive_ManyPurchasesThenSilence_IsZeroAndNotUndefined()
    {
        Assert.Equal(0, Model.ProbabilityAlive(new(2_000, 10, 10_000)), 12);
        Assert.Equal(0, Model.ExpectedPurchases(new(2_000, 10, 10_000), 52), 12);
        Assert.InRange(Model.ProbabilityAlive(new(2_000, 10, 10)), 0.999, 1);
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(1e6)]
    public void ExpectedPurchases_TinyAndHugeHorizons_AreFiniteAndInOrder(double horizon)
    {
        var expected = Model.ExpectedPurchases(new(3, 20, 30), horizon);

        Assert.True(double.IsFinite(expected));
        Assert.True(expected > 0);
        Assert.True(expected < Model.ExpectedPurchases(new(3, 20, 30), horizon * 1.1));
    }

    [Fact]
    public void Fit_OneBuyer_EndsAndSaysThatTheDataAreSilent()
    {
        var fit = BgNbdFit.To(HistoryGroups.From([new(2, 10, 20)]));

        Assert.Equal(FitOutcome.Flat, fit.Quality.Outcome);
        Assert.Contains(double.NaN, fit.Quality.StandardErrors);
        Assert.True(double.IsFinite(fit.Quality.LogLikelihood));
    }

    [Fact]
    public void Fit_NobodyCameBack_EndsWithHardlyAnyPurchasesExpected()
    {
        var fit = BgNbdFit.To(
            HistoryGroups.From(Enumerable.Repeat(new CustomerSummary(0, 0, 30), 500).ToArray())
        );

        Assert.Equal(FitOutcome.Flat, fit.Quality.Outcome);
        Assert.InRange(new BgNbdModel(fit.Parameters).ExpectedPurchasesOfNewBuyer(30), 0, 0.01);
    }

    [Fact]
    public void Fit_EverybodyComesBackTillTheEnd_FindsThatNobodyLeaves()
    {
        var buyers = Enumerable.Range(1, 300).Select(i => new CustomerSummary(3 + i % 5, 39, 39.5)).ToArray();
        var fit = BgNbdFit.To(HistoryGroups.From(buyers));

        var model = new BgNbdModel(fit.Parameters);
        Assert.All(buyers, b => Assert.InRange(model.ProbabilityAlive(b), 0.98, 1));
        Assert.NotEqual(FitOutcome.IterationLimit, fit.Quality.Outcome);
    }

    [Fact]
    public void Fit_ABuyerWatchedForNoTime_IsNoProblem()
    {
        var buyers = Cdnow.Calibration.Append(new(0, 0, 0)).ToArray();

        Assert.Equal(FitOutcome.Converged, BgNbdFit.To(HistoryGroups.From(buyers)).Quality.Outcome);
    }
}
