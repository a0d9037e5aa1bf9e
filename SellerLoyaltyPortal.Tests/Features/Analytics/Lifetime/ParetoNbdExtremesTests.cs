using SellerLoyaltyPortal.Features.Analytics.Lifetime;
using SellerLoyaltyPortal.Features.Analytics.Numerics;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Lifetime;

public sealed class ParetoNbdExtremesTests
{
    private static readonly ParetoNbdModel Model = new(new(0.553277, 10.577684, 0.60624, 11.668732));

    [Theory]
    [InlineData(0.001, 1e-6, 0.001, 1e6)]
    [InlineData(50, 1e6, 50, 1e-6)]
    [InlineData(0.55, 10, 1e-12, 12653)]
    public void Likelihood_ExtremeParametersAndHistories_IsFinite(
        double r,
        double alpha,
        double s,
        double beta
    )
    {
        CustomerSummary[] buyers =
        [
            new(0, 0, 0),
            new(0, 0, 3_000),
            new(1, 0.1, 3_000),
            new(5_000, 3_000, 3_000),
            new(5_000, 0.5, 3_000),
        ];
        var (gradient, hessian) = (new double[4], new double[16]);
        var value = new ParetoNbdLikelihood(HistoryGroups.From(buyers)).Evaluate(
            [r, alpha, s, beta],
            gradient,
            hessian
        );

        Assert.True(double.IsFinite(value));
        Assert.All(gradient.Concat(hessian), d => Assert.True(double.IsFinite(d)));
    }

    [Fact]
    public void ProbabilityAlive_ManyPurchases_IsDefinedAtBothEnds()
    {
        Assert.InRange(Model.ProbabilityAlive(new(2_000, 10, 10_000)), 0, 1e-12);
        Assert.InRange(Model.ProbabilityAlive(new(2_000, 10, 10)), 1 - 1e-12, 1);
    }

    [Fact]
    public void Fit_OnlineRetailWhereNobodySeemsToLeave_ReachesTheReferenceLikelihoodAndSaysFlat()
    {
        var fit = ParetoNbdFit.To(HistoryGroups.From(OnlineRetailSummaries.Daily.Summaries));

        var reference = OnlineRetailSummaries.Reference.GetProperty("pnbd");
        Close.Absolute(reference.Number("LL"), fit.Quality.LogLikelihood, 1e-2);
        Close.Relative(reference.Number("r"), fit.Parameters.R, 1e-2);
        Assert.Equal(FitOutcome.Flat, fit.Quality.Outcome);
    }

    [Fact]
    public void Fit_OneBuyer_Ends()
    {
        var fit = ParetoNbdFit.To(HistoryGroups.From([new(2, 10, 20)]));

        Assert.True(double.IsFinite(fit.Quality.LogLikelihood));
        Assert.NotEqual(FitOutcome.Converged, fit.Quality.Outcome);
    }

    [Fact]
    public void Fit_NobodyCameBack_EndsWithHardlyAnyPurchasesExpected()
    {
        var fit = ParetoNbdFit.To(
            HistoryGroups.From(Enumerable.Repeat(new CustomerSummary(0, 0, 30), 500).ToArray())
        );

        Assert.InRange(new ParetoNbdModel(fit.Parameters).ExpectedPurchasesOfNewBuyer(30), 0, 0.01);
    }

    [Fact]
    public void Fit_EverybodyComesBackTillTheEnd_FindsThatNobodyLeaves()
    {
        var buyers = Enumerable.Range(1, 300).Select(i => new CustomerSummary(3 + i % 5, 39, 39.5)).ToArray();
        var fit = ParetoNbdFit.To(HistoryGroups.From(buyers));

        var model = new ParetoNbdModel(fit.Parameters);
        Assert.All(buyers, b => Assert.InRange(model.ProbabilityAlive(b), 0.98, 1));
    }
}
