using SellerLoyaltyPortal.Features.Analytics.Lifetime;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Lifetime;

public sealed class ParetoNbdConsistencyTests
{
    private static readonly ParetoNbdParameters Published = new(0.553277, 10.577684, 0.60624, 11.668732);

    [Theory]
    [InlineData(0.55, 10.6, 0.61, 11.7)]
    [InlineData(2, 0.5, 3, 40)]
    [InlineData(0.1, 60, 0.05, 2)]
    public void Likelihood_ItsDerivatives_AreThoseOfDifferences(
        double r,
        double alpha,
        double s,
        double beta
    ) =>
        Derivatives.Check(
            new ParetoNbdLikelihood(HistoryGroups.From(Cdnow.Calibration)),
            [r, alpha, s, beta]
        );

    [Fact]
    public void Likelihood_AlphaAndBetaAlike_IsContinuous()
    {
        var likelihood = new ParetoNbdLikelihood(HistoryGroups.From(Cdnow.Calibration));
        double At(double beta) => likelihood.Evaluate([0.5, 10, 0.6, beta], new double[4], new double[16]);

        Close.Relative(At(10), (At(10 - 1e-6) + At(10 + 1e-6)) / 2, 1e-12);
    }

    [Theory]
    [InlineData(5, 100, 0.2, 3)]
    [InlineData(1, 1, 1, 1)]
    public void Fit_FromOtherStarts_FindsTheSameMaximum(double r, double alpha, double s, double beta)
    {
        var fit = ParetoNbdFit.To(HistoryGroups.From(Cdnow.Calibration), new(r, alpha, s, beta));

        Close.Absolute(-9594.9762, fit.Quality.LogLikelihood, 1e-3);
        Close.Relative(Published.Beta, fit.Parameters.Beta, 1e-4);
    }

    [Fact]
    public void ExpectedPurchases_NobodyLeaves_IsTheNegativeBinomial()
    {
        var model = new ParetoNbdModel(Published with { S = 1e-9 });
        CustomerSummary buyer = new(5, 20, 30);

        Close.Relative(1, model.ProbabilityAlive(buyer), 1e-6);
        Close.Relative(
            (Published.R + 5) / (Published.Alpha + 30) * 52,
            model.ExpectedPurchases(buyer, 52),
            1e-6
        );
        Close.Relative(Published.R / Published.Alpha * 52, model.ExpectedPurchasesOfNewBuyer(52), 1e-6);
    }

    [Theory]
    [InlineData(0.9999999)]
    [InlineData(1)]
    [InlineData(1.0000001)]
    public void ExpectedPurchases_AroundSOfOne_IsContinuous(double s)
    {
        CustomerSummary buyer = new(3, 10, 30);
        var below = new ParetoNbdModel(Published with { S = 0.9999 }).ExpectedPurchases(buyer, 26);
        var above = new ParetoNbdModel(Published with { S = 1.0001 }).ExpectedPurchases(buyer, 26);

        var at = new ParetoNbdModel(Published with { S = s }).ExpectedPurchases(buyer, 26);
        Close.Relative((below + above) / 2, at, 1e-6);
    }

    [Fact]
    public void DiscountedPurchases_ATinyRate_AreTheUndiscountedOnes()
    {
        var model = new ParetoNbdModel(Published);
        CustomerSummary buyer = new(3, 10, 30);

        Close.Relative(model.ExpectedPurchases(buyer, 52), model.DiscountedPurchases(buyer, 1e-12, 52), 1e-9);
        Assert.True(model.DiscountedPurchases(buyer, 0.01, 52) < model.ExpectedPurchases(buyer, 52));
    }

    [Fact]
    public void ProbabilityAlive_JustBought_IsNearlyOneAndFallsWithSilence()
    {
        var model = new ParetoNbdModel(Published);
        var alive = Enumerable.Range(0, 30).Select(w => model.ProbabilityAlive(new(4, 20, 20 + w))).ToList();

        Assert.Equal(1, alive[0], 12);
        Assert.Equal(alive.OrderDescending(), alive);
    }
}
