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
            CohortForecaster.Make(Days, Models, CohortPeriod.Quarter, CancellationToken.None).Cohorts
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
            var cohort in CohortForecaster
                .Make(Days, Models, CohortPeriod.Month, CancellationToken.None)
                .Cohorts
        )
        {
            Assert.Equal(0, cohort.By(180));
            Assert.True(cohort.By(730) > cohort.By(365));
            Assert.Equal(cohort.Expected.Order(), cohort.Expected);
        }
    }

    [Fact]
    public void Make_Intervals_DoNotDependOnHowBuyersAreCut()
    {
        var months = CohortForecaster.Make(Days, Models, CohortPeriod.Month, CancellationToken.None);
        var quarters = CohortForecaster.Make(Days, Models, CohortPeriod.Quarter, CancellationToken.None);
        var at = CohortForecast.PlaceOf(365)!.Value;

        Close.Relative(
            quarters.Cohorts.Sum(c => c.Expected[at]),
            months.Cohorts.Sum(c => c.Expected[at]),
            1e-9
        );
        Close.Relative(quarters.Margins![at], months.Margins![at], 1e-6);
        Assert.Equal(quarters.Margins[at], Assert.Single(quarters.Cohorts).MarginBy(365)!.Value, 1e-6);
        // Wider than of chance alone, narrower than if every cohort missed to the same side.
        Assert.InRange(
            months.Margins[at],
            Math.Sqrt(months.Cohorts.Sum(c => Math.Pow(c.MarginBy(365)!.Value, 2))),
            months.Cohorts.Sum(c => c.MarginBy(365)!.Value)
        );
    }

    [Fact]
    public void Make_IntervalOfThoseWatchedAlike_IsThatOfTheSum()
    {
        // All of one day's first buyers have been watched equally long: a horizon of theirs is one of everybody's.
        var first = PurchaseDays.From(
            Cdnow.Sample,
            Cdnow.CalibrationEnd,
            PriceBase.PricePaid,
            new(Cdnow.Sample.BuyerCount, b => Days.DaysOf(b)[0] - Days.AsOf.Value == -259)
        );
        var cohort = Assert.Single(
            CohortForecaster.Make(first, Models, CohortPeriod.Month, CancellationToken.None).Cohorts
        );
        var buyers = CustomerSummaries.From(first).Summaries;

        var sum = new SpendForecast(Models.Purchases, Models.Spend).Sum(buyers, (365 - 259) / 7.0, 0.1);

        // Times of last purchases are rounded to weeks, slopes taken between three days.
        Close.Relative(sum.Spend, cohort.By(365)!.Value, 0.03);
        Close.Relative(sum.SpendMargin!.Value, cohort.MarginBy(365)!.Value, 0.05);
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
