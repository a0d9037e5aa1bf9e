using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Analytics;
using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Features.Analytics.Lifetime;

namespace SellerLoyaltyPortal.Tests.Features.Analytics;

public sealed class CohortForecasterTests
{
    private static readonly PurchaseDays Days = PurchaseDays.From(
        Cdnow.Sample,
        Cdnow.CalibrationEnd,
        PriceBase.PricePaid
    );

    private static readonly BuyerModels Models = ForecastMaker.Fit(Days, null, CancellationToken.None);

    [Fact]
    public void Make_CdnowQuarter_IsWhatEachBuyerIsExpectedToSpend()
    {
        var cohort = Assert.Single(
            CohortForecaster.Make(Days, Models, CohortPeriod.Quarter, CancellationToken.None)
        );

        var forecast = new SpendForecast(Models.Purchases, Models.Spend);
        var exact = CustomerSummaries
            .From(Days)
            .Summaries.Sum(b => Math.Max(b.ObservedAge, 0) >= 365 / 7.0 ? 0 : Spend(b));
        // Ages are rounded to weeks.
        Close.Relative(exact, cohort.By(365)!.Value, 0.01);
        Assert.Null(cohort.By(364));

        double Spend(CustomerSummary buyer) => forecast.Of(buyer, 365 / 7.0 - buyer.ObservedAge).Spend;
    }

    [Fact]
    public void Make_DaysThatWereWatched_ExpectNothingMore()
    {
        foreach (
            var cohort in CohortForecaster.Make(Days, Models, CohortPeriod.Month, CancellationToken.None)
        )
        {
            Assert.Equal(0, cohort.By(180));
            Assert.True(cohort.By(730) > cohort.By(365));
            Assert.Equal(cohort.Expected.Order(), cohort.Expected);
        }
    }

    [Fact]
    public void Make_Cancelled_Ends()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            CohortForecaster.Make(Days, Models, CohortPeriod.Month, source.Token)
        );
    }
}
