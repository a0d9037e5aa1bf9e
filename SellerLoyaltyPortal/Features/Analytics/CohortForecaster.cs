using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Features.Analytics.Lifetime;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>
/// Adds up what fitted models expect of each cohort's members, beyond the days for which each has been watched.
/// Histories are rounded to weeks first: a forecast is not known to a day.
/// </summary>
internal static class CohortForecaster
{
    private const double Normal95 = 1.959963984540054;

    public static CohortForecasts Make(
        PurchaseDays purchases,
        BuyerModels models,
        CohortPeriod period,
        CancellationToken cancellation
    )
    {
        var cohorts = CohortMembers.Of(purchases, period, cancellation);
        var (purchaseModel, spendModel) = (
            new BgNbdModel(models.Purchases.Parameters),
            new GammaGammaModel(models.Spend.Parameters)
        );
        var sums = cohorts.ConvertAll(c =>
            c.Expect(purchaseModel, spendModel, CohortForecast.At, cancellation)
        );
        var uncertainty = ForecastUncertainty.Of(models, cohorts, cancellation);
        var forecasts = cohorts
            .Select(
                (cohort, i) =>
                    new CohortForecast(
                        new(
                            PeriodCalendar.FirstDayOf(cohort.Period, period),
                            PeriodCalendar.LastDayOf(cohort.Period, period)
                        ),
                        [.. sums[i].Select(s => s.Expected)],
                        uncertainty is null
                            ? null
                            :
                            [
                                .. sums[i]
                                    .Select(
                                        (s, at) =>
                                            Margin(s.Variance + uncertainty.OfCohort(i, at, s.Expected))
                                    ),
                            ]
                    )
            )
            .ToList();
        return new(
            forecasts,
            uncertainty is null
                ? null
                :
                [
                    .. CohortForecast.At.Select(
                        (_, at) =>
                            Margin(
                                sums.Sum(s => s[at].Variance)
                                    + uncertainty.OfAll(at, sums.ConvertAll(s => s[at].Expected))
                            )
                    ),
                ]
        );
    }

    private static double Margin(double variance) => Normal95 * Math.Sqrt(Math.Max(variance, 0));
}
