using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Features.Analytics.Lifetime;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>Fits, forecasts and checks, in that order; pure.</summary>
public static class ForecastMaker
{
    private const int StepDays = 30;

    /// <param name="purchases">At least what <see cref="ForecastMinimum"/> asks for.</param>
    /// <param name="horizonDays">How far the sums look ahead.</param>
    /// <param name="yearlyDiscount">0.1 for 10 % a year.</param>
    /// <param name="cancellation">Ends the work early with an exception.</param>
    public static ForecastResult Make(
        PurchaseDays purchases,
        int horizonDays,
        double yearlyDiscount,
        CancellationToken cancellation
    )
    {
        var (buyers, _) = CustomerSummaries.From(purchases);
        var groups = HistoryGroups.From(buyers);
        var bgNbd = BgNbdFit.To(groups);
        cancellation.ThrowIfCancellationRequested();
        var pareto = ParetoNbdFit.To(groups);
        cancellation.ThrowIfCancellationRequested();
        var spend = GammaGammaFit.To(buyers);
        var totals = new SpendForecast(bgNbd, spend).Sum(
            buyers,
            horizonDays / CustomerSummaries.DaysPerWeek,
            yearlyDiscount,
            cancellation
        );

        // The last third of the history is kept back for the check.
        var first = FirstDay(purchases);
        var calibrationEnd = purchases.AsOf - (purchases.AsOf - first) / 3;
        var early = HistoryGroups.From(CustomerSummaries.From(purchases, calibrationEnd).Summaries);
        var (checkedBgNbd, checkedPareto) = (BgNbdFit.To(early), ParetoNbdFit.To(early));
        cancellation.ThrowIfCancellationRequested();
        var (early1, early2) = (
            new BgNbdModel(checkedBgNbd.Parameters),
            new ParetoNbdModel(checkedPareto.Parameters)
        );
        return new()
        {
            Buyers = buyers.Length,
            HorizonDays = horizonDays,
            YearlyDiscount = yearlyDiscount,
            Purchases = bgNbd,
            PurchasesByPareto = pareto,
            Spend = spend,
            Totals = totals,
            NewBuyer = NewBuyer(bgNbd, spend, horizonDays),
            CalibrationEnd = calibrationEnd,
            Check = HoldOut.Of(purchases, calibrationEnd, (b, weeks) => early1.ExpectedPurchases(b, weeks)),
            CheckByPareto = HoldOut.Of(
                purchases,
                calibrationEnd,
                (b, weeks) => early2.ExpectedPurchases(b, weeks)
            ),
            Tracking = WeeklyTracking.Track(
                purchases,
                first,
                calibrationEnd,
                early1.ExpectedPurchasesOfNewBuyer
            ),
            Frequencies = [.. ExpectedFrequencies.Actual(early).Zip(ExpectedFrequencies.Of(early1, early))],
            SpendCorrelation = SpendCorrelation.Of(buyers),
        };
    }

    // The first purchase is worth what any is expected to be; after it as many as the model expects.
    private static List<(int Day, double Value)> NewBuyer(
        BgNbdFit purchases,
        GammaGammaFit spend,
        int horizonDays
    )
    {
        var model = new BgNbdModel(purchases.Parameters);
        var worth = new GammaGammaModel(spend.Parameters).MeanSpend;
        var values = new List<(int, double)>();
        for (var day = 0; day <= horizonDays; day += StepDays)
            values.Add(
                (day, worth * (1 + model.ExpectedPurchasesOfNewBuyer(day / CustomerSummaries.DaysPerWeek)))
            );
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
