using SellerLoyaltyPortal.Features.Analytics.Lifetime;
using SellerLoyaltyPortal.Features.Analytics.Numerics;
using Xunit.Abstractions;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Lifetime;

public sealed class GammaGammaCorrectnessTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fit_CdnowSampleFromTheDefaultStart_IsThePublishedOne(bool isFull)
    {
        var buyers = isFull ? CustomerSummaries.From(Cdnow.SampleDays).Summaries : Cdnow.Calibration;
        var published = isFull
            ? Cdnow.Reference.GetProperty("full78").GetProperty("gg")
            : Cdnow.Reference.GetProperty("gg");

        var fit = GammaGammaFit.To(buyers);

        output.WriteLine($"{fit}");
        Close.Relative(published.Number("p"), fit.Parameters.P, 1e-5);
        Close.Relative(published.Number("q"), fit.Parameters.Q, 1e-5);
        Close.Relative(published.Number("gamma"), fit.Parameters.V, 1e-5);
        Close.Absolute(published.Number("LL"), fit.Quality.LogLikelihood, 1e-3);
        Assert.Equal((int)published.Number("n"), fit.Buyers);
        Assert.Equal(FitOutcome.Converged, fit.Quality.Outcome);
    }

    [Fact]
    public void Fit_OnlineRetailDaily_IsTheReferenceOne()
    {
        var (summaries, _) = OnlineRetailSummaries.Daily;
        var reference = OnlineRetailSummaries.Reference.GetProperty("gg");

        var fit = GammaGammaFit.To(summaries);

        Close.Relative(reference.Number("p"), fit.Parameters.P, 1e-3);
        Close.Relative(reference.Number("q"), fit.Parameters.Q, 1e-3);
        Close.Relative(reference.Number("gamma"), fit.Parameters.V, 1e-3);
        Close.Absolute(reference.Number("LL"), fit.Quality.LogLikelihood, 1e-2);
    }

    [Fact]
    public void Model_WorkedValues_AreReproduced()
    {
        var rows = WorkedValues.Of("Gamma-Gamma").ToList();
        Assert.True(rows.Count > 4);
        foreach (var row in rows)
        {
            var model = new GammaGammaModel(
                new(row.Parameters["p"], row.Parameters["q"], row.Parameters["gamma"])
            );
            CustomerSummary buyer = new(row.X, row.X == 0 ? 0 : 1, 2, row.Arguments["z"]);
            Close.Relative(row.Computed, model.ExpectedSpend(buyer), 1e-9, row.Quantity);
        }
    }

    [Fact]
    public void Model_EveryBuyerOfTheSample_EqualsTheReference()
    {
        var model = new GammaGammaModel(GammaGammaFit.To(Cdnow.Calibration).Parameters);

        foreach (var (row, summary) in CdnowCustomers.All.Zip(Cdnow.Calibration))
            Close.Absolute(row.ExpectedSpend, model.ExpectedSpend(summary), 1e-3, row.Id);
    }
}
