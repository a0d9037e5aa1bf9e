using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Features.Analytics.Lifetime;
using SellerLoyaltyPortal.Features.Analytics.Work;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>
/// Answers that need fitted models: seconds where there are many buyers, so they are worked on one behind the other
/// and tell how far they are. A fit is kept while the ledger does not grow.
/// </summary>
public sealed class ForecastQueries(ScopedLedgers ledgers, AnalyticsWork work)
{
    /// <summary>A year of interest, for what lies ahead: 10 %.</summary>
    public const double YearlyDiscount = 0.1;

    /// <summary>Fits the models to the buyers up to the as-of date, and checks them on the last part of the history.</summary>
    public async Task<ForecastView> ForecastAsync(
        SellerAccess access,
        AnalyticsScope scope,
        ValuePrice price,
        int horizonDays,
        double yearlyDiscount,
        CancellationToken cancellation,
        IProgress<WorkProgress>? progress = null
    )
    {
        var ledger = await ledgers.GetAsync(access, scope, progress, cancellation);
        return await work.FitAsync(
            ("forecast", ledger.Key, price, horizonDays, yearlyDiscount),
            (report, token) =>
            {
                var days = DaysOf(ledger, price, token);
                var missing = ForecastMinimum.MissingFrom(days);
                if (missing.Count > 0)
                    return new ForecastView(ledger.AsOf, missing, null);
                var models = Models(ledger, price, days, report, token);
                return new(
                    ledger.AsOf,
                    missing,
                    ForecastMaker.Make(days, models, horizonDays, yearlyDiscount, report, token)
                );
            },
            progress,
            cancellation
        );
    }

    /// <summary>What each cohort is expected to bring beyond what it has been watched for; empty below the minimum data.</summary>
    public async Task<CohortForecasts> CohortsAsync(
        SellerAccess access,
        AnalyticsScope scope,
        CohortPeriod period,
        ValuePrice price,
        CancellationToken cancellation,
        IProgress<WorkProgress>? progress = null
    )
    {
        var ledger = await ledgers.GetAsync(access, scope, progress, cancellation);
        return await work.FitAsync(
            ("cohorts ahead", ledger.Key, period, price),
            (report, token) =>
            {
                var days = DaysOf(ledger, price, token);
                if (ForecastMinimum.MissingFrom(days).Count > 0)
                    return CohortForecasts.None;
                var models = Models(ledger, price, days, report, token);
                report.Report(new(WorkStage.AddingUp, 0.6));
                return CohortForecaster.Make(days, models, period, token);
            },
            progress,
            cancellation
        );
    }

    /// <summary>One buyer's forecast; null below the minimum data.</summary>
    public async Task<BuyerForecast?> OfBuyerAsync(
        SellerAccess access,
        DayNumber asOf,
        CustomerSummary buyer,
        int horizonDays,
        CancellationToken cancellation,
        IProgress<WorkProgress>? progress = null
    )
    {
        var scope = AnalyticsScope.Everybody(asOf);
        var ledger = await ledgers.GetAsync(access, scope, progress, cancellation);
        var fitted = await work.FitAsync(
            ("fitted", ledger.Key),
            (report, token) =>
            {
                var days = DaysOf(ledger, ValuePrice.Paid, token);
                return new Fitted(
                    ForecastMinimum.MissingFrom(days).Count > 0
                        ? null
                        : Models(ledger, ValuePrice.Paid, days, report, token)
                );
            },
            progress,
            cancellation
        );
        return fitted.Models is { } models
            ? new SpendForecast(models.Purchases, models.Spend).WithRange(
                buyer,
                horizonDays / CustomerSummaries.DaysPerWeek
            )
            : null;
    }

    private PurchaseDays DaysOf(ScopedLedger ledger, ValuePrice price, CancellationToken cancellation) =>
        PurchaseDays.From(
            ledger.Columns,
            ledger.AsOf,
            AnalyticsNames.BaseOf(price),
            ledger.Buyers(work, cancellation),
            cancellation
        );

    private BuyerModels Models(
        ScopedLedger ledger,
        ValuePrice price,
        PurchaseDays days,
        IProgress<WorkProgress> progress,
        CancellationToken cancellation
    ) => work.Kept(("models", ledger.Key, price), () => ForecastMaker.Fit(days, progress, cancellation));

    private sealed record Fitted(BuyerModels? Models);
}
