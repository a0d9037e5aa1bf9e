using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Features.Analytics.Lifetime;
using SellerLoyaltyPortal.Features.Analytics.Numerics;
using SellerLoyaltyPortal.Features.Analytics.Work;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>Fits, forecasts and checks, in that order.</summary>
public static class ForecastMaker
{
    private const int StepDays = 30;

    /// <summary>The models that a forecast multiplies.</summary>
    /// <param name="purchases">At least what <see cref="ForecastMinimum"/> asks for.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Ends the work early with an exception.</param>
    public static BuyerModels Fit(
        PurchaseDays purchases,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellation
    )
    {
        progress?.Report(new(WorkStage.Fitting, 0.02));
        var (buyers, _) = CustomerSummaries.From(purchases);
        var groups = HistoryGroups.From(buyers);
        return new(
            BgNbdFit.To(groups, cancellation: cancellation),
            GammaGammaFit.To(buyers, cancellation: cancellation)
        );
    }

    /// <param name="purchases">At least what <see cref="ForecastMinimum"/> asks for.</param>
    /// <param name="horizonDays">How far the sums look ahead.</param>
    /// <param name="yearlyDiscount">0.1 for 10 % a year.</param>
    /// <param name="cancellation">Ends the work early with an exception.</param>
    public static ForecastResult Make(
        PurchaseDays purchases,
        int horizonDays,
        double yearlyDiscount,
        CancellationToken cancellation
    ) =>
        Make(
            purchases,
            Fit(purchases, progress: null, cancellation),
            horizonDays,
            yearlyDiscount,
            progress: null,
            cancellation
        );

    /// <param name="purchases">What the models were fitted to.</param>
    /// <param name="models">From <see cref="Fit"/>.</param>
    /// <param name="horizonDays">How far the sums look ahead.</param>
    /// <param name="yearlyDiscount">0.1 for 10 % a year.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Ends the work early with an exception.</param>
    public static ForecastResult Make(
        PurchaseDays purchases,
        BuyerModels models,
        int horizonDays,
        double yearlyDiscount,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellation
    )
    {
        var (buyers, _) = CustomerSummaries.From(purchases);
        progress?.Report(new(WorkStage.AddingUp, 0.15));
        var totals = new SpendForecast(models.Purchases, models.Spend).Sum(
            buyers,
            horizonDays / CustomerSummaries.DaysPerWeek,
            yearlyDiscount,
            cancellation
        );
        progress?.Report(new(WorkStage.FittingSecond, 0.35));
        // Nothing that is shown is forecast by it, it is held against: of many buyers without the last digits.
        var pareto = ParetoNbdFit.To(
            HistoryGroups.From(buyers).CoarseWhereMany(),
            cancellation: cancellation
        );

        // The last third of the history is kept back for the check.
        progress?.Report(new(WorkStage.Checking, 0.65));
        var first = FirstDay(purchases);
        var calibrationEnd = purchases.AsOf - (purchases.AsOf - first) / 3;
        var early = HistoryGroups
            .From(CustomerSummaries.From(purchases, calibrationEnd).Summaries)
            .CoarseWhereMany();
        // What fits everything is a good place to start from, and what is best does not depend on it.
        var earlyBgNbd = new BgNbdModel(
            BgNbdFit.To(early, Started(models.Purchases), cancellation).Parameters
        );
        var earlyPareto = new ParetoNbdModel(
            ParetoNbdFit.To(early, Started(pareto), cancellation).Parameters
        );
        progress?.Report(new(WorkStage.Checking, 0.85));
        return new()
        {
            Buyers = buyers.Length,
            HorizonDays = horizonDays,
            YearlyDiscount = yearlyDiscount,
            Purchases = models.Purchases,
            PurchasesByPareto = pareto,
            Spend = models.Spend,
            Totals = totals,
            NewBuyer = NewBuyer(models, horizonDays),
            CalibrationEnd = calibrationEnd,
            Check = HoldOut.Of(
                purchases,
                calibrationEnd,
                (b, weeks) => earlyBgNbd.ExpectedPurchases(b, weeks),
                cancellation
            ),
            CheckByPareto = HoldOut.Of(
                purchases,
                calibrationEnd,
                (b, weeks) => earlyPareto.ExpectedPurchases(b, weeks),
                cancellation
            ),
            Tracking = WeeklyTracking.Track(
                purchases,
                first,
                calibrationEnd,
                earlyBgNbd.ExpectedPurchasesOfNewBuyer
            ),
            Frequencies =
            [
                .. ExpectedFrequencies.Actual(early).Zip(ExpectedFrequencies.Of(earlyBgNbd, early)),
            ],
            SpendCorrelation = SpendCorrelation.Of(buyers),
        };
    }

    // Only a proper maximum: one that ran off to a limit would lead another fit there.
    private static BgNbdParameters? Started(BgNbdFit fit) =>
        fit.Quality.Outcome == FitOutcome.Converged ? fit.Parameters : null;

    private static ParetoNbdParameters? Started(ParetoNbdFit fit) =>
        fit.Quality.Outcome == FitOutcome.Converged ? fit.Parameters : null;

    // The first purchase is worth what any is expected to be; after it as many as the model expects.
    private static List<(int Day, double Value)> NewBuyer(BuyerModels models, int horizonDays)
    {
        var model = new BgNbdModel(models.Purchases.Parameters);
        var worth = new GammaGammaModel(models.Spend.Parameters).MeanSpend;
        var values = new List<(int, double)>();
        for (var day = 0; day < horizonDays + StepDays; day += StepDays)
        {
            var at = Math.Min(day, horizonDays);
            values.Add(
                (at, worth * (1 + model.ExpectedPurchasesOfNewBuyer(at / CustomerSummaries.DaysPerWeek)))
            );
        }
        return values;
    }

    private static DayNumber FirstDay(PurchaseDays purchases)
    {
        var first = int.MaxValue;
        for (var buyer = 0; buyer < purchases.BuyerCount; buyer++)
        {
            if (purchases.DaysOf(buyer) is [var day, ..])
                first = Math.Min(first, day);
        }
        return new(first);
    }
}
