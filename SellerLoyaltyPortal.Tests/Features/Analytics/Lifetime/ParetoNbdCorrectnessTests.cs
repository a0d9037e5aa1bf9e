using SellerLoyaltyPortal.Features.Analytics.Lifetime;
using SellerLoyaltyPortal.Features.Analytics.Numerics;
using Xunit.Abstractions;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Lifetime;

public sealed class ParetoNbdCorrectnessTests(ITestOutputHelper output)
{
    // 15 % a year, continuously, in weeks: the paper's rate.
    private const double WeeklyRate = 0.0027;

    [Theory]
    [InlineData("pnbd")]
    [InlineData("full78")]
    public void Fit_CdnowSampleFromTheDefaultStart_IsThePublishedOne(string which)
    {
        var isFull = which == "full78";
        var buyers = isFull ? CustomerSummaries.From(Cdnow.SampleDays).Summaries : Cdnow.Calibration;
        var published = isFull
            ? Cdnow.Reference.GetProperty(which).GetProperty("pnbd")
            : Cdnow.Reference.GetProperty(which);

        var fit = ParetoNbdFit.To(HistoryGroups.From(buyers));

        output.WriteLine($"{fit}");
        Close.Relative(published.Number("r"), fit.Parameters.R, 1e-4);
        Close.Relative(published.Number("alpha"), fit.Parameters.Alpha, 1e-4);
        Close.Relative(published.Number("s"), fit.Parameters.S, 1e-4);
        Close.Relative(published.Number("beta"), fit.Parameters.Beta, 1e-4);
        Close.Absolute(published.Number("LL"), fit.Quality.LogLikelihood, 1e-4);
        Assert.Equal(FitOutcome.Converged, fit.Quality.Outcome);
    }

    [Fact]
    public void Fit_CdnowSample_GivesThePublishedStandardErrors()
    {
        var errors = ParetoNbdFit.To(HistoryGroups.From(Cdnow.Calibration)).Quality.StandardErrors;

        var published = Cdnow.Reference.GetProperty("pnbd").GetProperty("se").EnumerateArray();
        foreach (var (expected, actual) in published.Select(e => e.GetDouble()).Zip(errors))
            Close.Relative(expected, actual, 1e-3);
    }

    [Fact]
    public void Model_WorkedValues_AreReproduced()
    {
        var rows = WorkedValues.Of("Pareto/NBD").ToList();
        Assert.True(rows.Count > 10);
        foreach (var row in rows)
        {
            var p = row.Parameters;
            var model = new ParetoNbdModel(new(p["r"], p["alpha"], p["s"], p["beta"]));
            var args = row.Arguments;
            var computed = row.Quantity switch
            {
                ['E', '[', 'Y', ..] => model.ExpectedPurchases(new(row.X, args["tx"], args["T"]), args["t"]),
                ['E', '[', 'X', ..] => model.ExpectedPurchasesOfNewBuyer(args["t"]),
                ['P', ..] => model.ProbabilityAlive(new(row.X, args["tx"], args["T"])),
                ['D', ..] => model.DiscountedPurchases(new(row.X, args["tx"], args["T"]), WeeklyRate),
                _ => throw new InvalidOperationException(row.Quantity),
            };
            Close.Absolute(row.Computed, computed, 1e-9 + 1e-6 * Math.Abs(row.Computed), row.Quantity);
        }
    }

    [Fact]
    public void Model_EveryBuyerOfTheSample_EqualsTheReference()
    {
        var model = new ParetoNbdModel(ParetoNbdFit.To(HistoryGroups.From(Cdnow.Calibration)).Parameters);
        var (alive, expected, discounted) = (0.0, 0.0, 0.0);
        foreach (var (row, summary) in CdnowCustomers.All.Zip(Cdnow.Calibration))
        {
            alive += model.ProbabilityAlive(summary);
            expected += model.ExpectedPurchases(summary, 39);
            discounted += model.DiscountedPurchases(summary, WeeklyRate);
            Close.Absolute(row.ParetoAlive, model.ProbabilityAlive(summary), 1e-5, row.Id);
            Close.Absolute(row.ParetoExpected, model.ExpectedPurchases(summary, 39), 1e-4, row.Id);
        }
        Close.Absolute(Cdnow.Reference.Number("sum_pnbd_palive"), alive, 1e-2);
        Close.Absolute(Cdnow.Reference.Number("sum_pnbd_cet39"), expected, 1e-2);
        Close.Absolute(Cdnow.Reference.Number("sum_pnbd_dert_d0027"), discounted, 0.1);
    }
}
