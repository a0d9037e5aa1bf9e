using SellerLoyaltyPortal.Features.Analytics.Lifetime;
using SellerLoyaltyPortal.Features.Analytics.Numerics;
using Xunit.Abstractions;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Lifetime;

public sealed class BgNbdCorrectnessTests(ITestOutputHelper output)
{
    [Fact]
    public void Fit_CdnowSampleFromTheDefaultStart_IsThePublishedOne()
    {
        var fit = BgNbdFit.To(HistoryGroups.From(Cdnow.Calibration));

        output.WriteLine($"{fit}");
        var published = Cdnow.Reference.GetProperty("bgnbd");
        Close.Relative(published.Number("r"), fit.Parameters.R, 1e-5);
        Close.Relative(published.Number("alpha"), fit.Parameters.Alpha, 1e-5);
        Close.Relative(published.Number("a"), fit.Parameters.A, 1e-5);
        Close.Relative(published.Number("b"), fit.Parameters.B, 1e-5);
        Close.Absolute(published.Number("LL"), fit.Quality.LogLikelihood, 1e-4);
        Assert.Equal(FitOutcome.Converged, fit.Quality.Outcome);
        Assert.Equal(2357, fit.Buyers);
        Assert.True(fit.Quality.Iterations <= 25, $"{fit.Quality.Iterations} steps");
    }

    [Fact]
    public void Fit_CdnowSample_GivesThePublishedStandardErrors()
    {
        var errors = BgNbdFit.To(HistoryGroups.From(Cdnow.Calibration)).Quality.StandardErrors;

        var published = Cdnow.Reference.GetProperty("bgnbd").GetProperty("se").EnumerateArray();
        foreach (var (expected, actual) in published.Select(e => e.GetDouble()).Zip(errors))
            Close.Relative(expected, actual, 1e-3);
    }

    [Fact]
    public void Fit_CdnowSampleOverAll78Weeks_IsTheReferenceOne()
    {
        var fit = BgNbdFit.To(HistoryGroups.From(CustomerSummaries.From(Cdnow.SampleDays).Summaries));

        var reference = Cdnow.Reference.GetProperty("full78").GetProperty("bgnbd");
        Close.Relative(reference.Number("r"), fit.Parameters.R, 1e-5);
        Close.Relative(reference.Number("alpha"), fit.Parameters.Alpha, 1e-5);
        Close.Relative(reference.Number("a"), fit.Parameters.A, 1e-5);
        Close.Relative(reference.Number("b"), fit.Parameters.B, 1e-5);
        Close.Absolute(reference.Number("LL"), fit.Quality.LogLikelihood, 1e-4);
    }

    [Fact]
    public void Fit_OnlineRetailDaily_IsTheReferenceOne()
    {
        var fit = BgNbdFit.To(HistoryGroups.From(OnlineRetailSummaries.Daily.Summaries));

        output.WriteLine($"{fit}");
        var reference = OnlineRetailSummaries.Reference.GetProperty("bgnbd");
        Close.Absolute(reference.Number("LL"), fit.Quality.LogLikelihood, 1e-2);
        Close.Relative(reference.Number("r"), fit.Parameters.R, 1e-3);
        Close.Relative(reference.Number("alpha"), fit.Parameters.Alpha, 1e-3);
    }

    [Fact]
    public void Model_WorkedValues_AreReproduced()
    {
        var rows = WorkedValues.Of("BG/NBD").ToList();
        Assert.True(rows.Count > 15);
        foreach (var row in rows)
        {
            var p = row.Parameters;
            var model = new BgNbdModel(new(p["r"], p["alpha"], p["a"], p["b"]));
            var args = row.Arguments;
            var computed = row.Quantity switch
            {
                ['E', '[', 'Y', ..] => model.ExpectedPurchases(new(row.X, args["tx"], args["T"]), args["t"]),
                ['E', '[', 'X', ..] => model.ExpectedPurchasesOfNewBuyer(args["t"]),
                ['P', '(', 'X', ..] => model.ProbabilityOfPurchases((int)args["n"], args["t"]),
                ['P', '(', 'a', ..] => model.ProbabilityAlive(new(row.X, args["tx"], args["T"])),
                ['l', 'o', 'g', ..] => LogLikelihood(p, new(row.X, args["tx"], args["T"])),
                _ => throw new InvalidOperationException(row.Quantity),
            };
            Close.Absolute(row.Computed, computed, 1e-9 + 1e-9 * Math.Abs(row.Computed), row.Quantity);
        }
    }

    [Fact]
    public void Model_EveryBuyerOfTheSample_EqualsTheReference()
    {
        var model = new BgNbdModel(BgNbdFit.To(HistoryGroups.From(Cdnow.Calibration)).Parameters);
        var (alive, expected) = (0.0, 0.0);
        foreach (var (row, summary) in CdnowCustomers.All.Zip(Cdnow.Calibration))
        {
            alive += model.ProbabilityAlive(summary);
            expected += model.ExpectedPurchases(summary, 39);
            Close.Absolute(row.BgNbdAlive, model.ProbabilityAlive(summary), 2e-6, row.Id);
            Close.Absolute(row.BgNbdExpected, model.ExpectedPurchases(summary, 39), 2e-5, row.Id);
        }
        Close.Absolute(Cdnow.Reference.Number("sum_bgnbd_palive"), alive, 1e-3);
        Close.Absolute(Cdnow.Reference.Number("sum_bgnbd_cet39"), expected, 1e-2);
    }

    [Fact]
    public void ExpectedFrequencies_CdnowSample_EqualTheReference()
    {
        var groups = HistoryGroups.From(Cdnow.Calibration);
        var model = new BgNbdModel(BgNbdFit.To(groups).Parameters);

        var expected = Cdnow.Reference.GetProperty("bgnbd_expected_hist_cal").EnumerateObject().ToList();
        var computed = ExpectedFrequencies.Of(model, groups);
        Assert.Equal(expected.Count, computed.Length);
        for (var i = 0; i < computed.Length; i++)
            Close.Absolute(expected[i].Value.GetDouble(), computed[i], 2e-3, expected[i].Name);
        var actual = Cdnow.Reference.GetProperty("freq_hist_cal").EnumerateObject();
        Assert.Equal(actual.Select(a => a.Value.GetDouble()), ExpectedFrequencies.Actual(groups));
    }

    private static double LogLikelihood(IReadOnlyDictionary<string, double> p, CustomerSummary buyer) =>
        new BgNbdLikelihood(HistoryGroups.From([buyer])).Evaluate(
            [p["r"], p["alpha"], p["a"], p["b"]],
            new double[4],
            new double[16]
        );
}
