using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Features.Analytics.Lifetime;
using SellerLoyaltyPortal.Features.Analytics.Numerics;
using Xunit.Abstractions;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Lifetime;

public sealed class FullCdnowTests(ITestOutputHelper output)
{
    private static readonly CustomerSummary[] Buyers = CustomerSummaries
        .From(PurchaseDays.From(Cdnow.Master, Cdnow.End, PriceBase.PricePaid), Cdnow.CalibrationEnd)
        .Summaries;

    [Fact]
    public void Fit_All23570Buyers_AllThreeModelsConverge()
    {
        var groups = HistoryGroups.From(Buyers);
        var bgNbd = BgNbdFit.To(groups);
        var pareto = ParetoNbdFit.To(groups);
        var spend = GammaGammaFit.To(Buyers);

        output.WriteLine($"{bgNbd}\n{pareto}\n{spend}");
        Assert.Equal(23_570, bgNbd.Buyers);
        Assert.Equal(FitOutcome.Converged, bgNbd.Quality.Outcome);
        Assert.Equal(FitOutcome.Converged, pareto.Quality.Outcome);
        Assert.Equal(FitOutcome.Converged, spend.Quality.Outcome);
        // The sample is a tenth of these buyers: the fits agree within what their standard errors allow.
        Assert.InRange(bgNbd.Parameters.R, 0.2426 - 3 * 0.0126, 0.2426 + 3 * 0.0126);
        Assert.InRange(pareto.Parameters.R, 0.5533 - 3 * 0.0476, 0.5533 + 3 * 0.0476);
    }
}
