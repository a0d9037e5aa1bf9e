using SellerLoyaltyPortal.Features.Analytics.Lifetime;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Lifetime;

public sealed class BgNbdConsistencyTests
{
    private static readonly BgNbdParameters Cdnow05 = new(0.242595, 4.413602, 0.792922, 2.425906);

    [Theory]
    [InlineData(0.24, 4.4, 0.79, 2.4)]
    [InlineData(3, 0.7, 0.05, 0.3)]
    [InlineData(0.01, 400, 12, 60)]
    public void Likelihood_ItsDerivatives_AreThoseOfDifferences(double r, double alpha, double a, double b) =>
        Derivatives.Check(new BgNbdLikelihood(HistoryGroups.From(Cdnow.Calibration)), [r, alpha, a, b]);

    [Fact]
    public void Likelihood_GroupedBuyers_IsTheSumOverBuyers()
    {
        var buyers = Cdnow.Calibration;
        double[] at = [0.3, 5, 0.7, 2];
        var together = Value(buyers, at);
        var oneByOne = buyers.Sum(b => Value([b], at));

        Close.Relative(oneByOne, together, 1e-12);
    }

    [Theory]
    [InlineData(0.05, 0.05, 5, 5)]
    [InlineData(10, 200, 0.1, 0.1)]
    [InlineData(1, 1, 1, 1)]
    public void Fit_FromOtherStarts_FindsTheSameMaximum(double r, double alpha, double a, double b)
    {
        var groups = HistoryGroups.From(Cdnow.Calibration);
        var fit = BgNbdFit.To(groups, new(r, alpha, a, b));

        Close.Absolute(-9582.4292, fit.Quality.LogLikelihood, 1e-3);
        Close.Relative(0.792922, fit.Parameters.A, 1e-4);
    }

    [Fact]
    public void Fit_OtherUnitOfTime_ScalesOnlyAlpha()
    {
        var weekly = BgNbdFit.To(HistoryGroups.From(Cdnow.Calibration)).Parameters;
        var days = Cdnow.Calibration.Select(s =>
            s with
            {
                LastPurchaseAge = s.LastPurchaseAge * 7,
                ObservedAge = s.ObservedAge * 7,
            }
        );
        var daily = BgNbdFit.To(HistoryGroups.From(days.ToArray())).Parameters;

        Close.Relative(weekly.R, daily.R, 1e-7);
        Close.Relative(weekly.Alpha * 7, daily.Alpha, 1e-7);
        Close.Relative(weekly.A, daily.A, 1e-6);
    }

    [Fact]
    public void ExpectedPurchases_NobodyLeaves_IsTheNegativeBinomial()
    {
        var model = new BgNbdModel(new(0.5, 6, 1e-7, 2));

        CustomerSummary buyer = new(5, 20, 30);
        Close.Relative(1, model.ProbabilityAlive(buyer), 1e-4);
        Close.Relative((0.5 + 5) / (6 + 30) * 52, model.ExpectedPurchases(buyer, 52), 1e-4);
        Close.Relative(0.5 / 6 * 52, model.ExpectedPurchasesOfNewBuyer(52), 1e-4);
        var probability = Math.Pow(6.0 / 16, 0.5) * 0.5 * (10.0 / 16);
        Close.Relative(probability, model.ProbabilityOfPurchases(1, 10), 1e-6);
    }

    [Theory]
    [InlineData(0.999999)]
    [InlineData(1)]
    [InlineData(1.000001)]
    public void ExpectedPurchases_AroundAOfOne_IsContinuous(double a)
    {
        CustomerSummary buyer = new(3, 10, 30);
        var below = new BgNbdModel(Cdnow05 with { A = 0.9999 }).ExpectedPurchases(buyer, 26);
        var above = new BgNbdModel(Cdnow05 with { A = 1.0001 }).ExpectedPurchases(buyer, 26);

        Close.Relative(
            (below + above) / 2,
            new BgNbdModel(Cdnow05 with { A = a }).ExpectedPurchases(buyer, 26),
            1e-5
        );
    }

    [Theory]
    [InlineData(0.24, 4.4, 0.79, 2.4, 0, 39)]
    [InlineData(0.24, 4.4, 0.79, 2.4, 12, 39)]
    [InlineData(2, 4.4, 3.5, 0.2, 1, 10)]
    [InlineData(0.83, 68.9, 0.0034, 6.7, 3, 365)]
    [InlineData(0.5, 10, 1, 1, 0, 100)]
    public void ExpectedPurchases_SeriesAndIntegral_Agree(
        double r,
        double alpha,
        double a,
        double b,
        int x,
        double horizon
    )
    {
        var model = new BgNbdModel(new(r, alpha, a, b));

        Close.Relative(
            model.ByIntegral(r + x, alpha + 20, x, horizon),
            model.BySeries(r + x, alpha + 20, x, horizon),
            1e-11
        );
    }

    [Fact]
    public void ProbabilityOfPurchases_OverAllNumbers_IsOneAndHasTheExpectedMean()
    {
        var model = new BgNbdModel(Cdnow05);
        var (sum, mean) = (0.0, 0.0);
        for (var n = 0; n < 400; n++)
        {
            var probability = model.ProbabilityOfPurchases(n, 39);
            sum += probability;
            mean += n * probability;
        }
        Close.Absolute(1, sum, 1e-9);
        Close.Relative(model.ExpectedPurchasesOfNewBuyer(39), mean, 1e-6);
    }

    [Fact]
    public void ExpectedPurchases_LongerSilence_IsLess()
    {
        var model = new BgNbdModel(Cdnow05);
        var ages = Enumerable.Range(0, 20).Select(w => model.ExpectedPurchases(new(4, 20, 20 + w), 39));

        Assert.Equal(ages.OrderDescending(), ages);
    }

    private static double Value(CustomerSummary[] buyers, double[] at) =>
        new BgNbdLikelihood(HistoryGroups.From(buyers)).Evaluate(at, new double[4], new double[16]);
}
