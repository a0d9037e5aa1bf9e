using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>How a model fitted up to a day did afterwards: the only check that its fit cannot flatter.</summary>
public sealed class HoldOut
{
    private const int LastFrequency = 7;

    private HoldOut(
        int weeks,
        IReadOnlyList<FrequencyRow> byFrequency,
        double actual,
        double expected,
        double meanError
    )
    {
        (Weeks, ByFrequency, Actual, Expected) = (weeks, byFrequency, actual, expected);
        MeanAbsoluteError = meanError;
    }

    public int Weeks { get; }

    /// <summary>0 … 6 repeats, and 7 or more.</summary>
    public IReadOnlyList<FrequencyRow> ByFrequency { get; }

    /// <summary>Purchases in the hold-out period of the buyers known at its start.</summary>
    public double Actual { get; }

    public double Expected { get; }

    /// <summary>(expected − actual) / actual; null when there was nothing.</summary>
    public double? RelativeError => Actual > 0 ? (Expected - Actual) / Actual : null;

    /// <summary>Mean over buyers of |expected − actual|.</summary>
    public double MeanAbsoluteError { get; }

    /// <param name="purchases">Up to the end of the hold-out period.</param>
    /// <param name="calibrationEnd">Last day of what the model was fitted to.</param>
    /// <param name="expected">Expected purchases of a buyer in the hold-out period.</param>
    /// <param name="cancellation">Ends the work early with an exception.</param>
    public static HoldOut Of(
        PurchaseDays purchases,
        DayNumber calibrationEnd,
        Func<CustomerSummary, double, double> expected,
        CancellationToken cancellation = default
    )
    {
        var horizon = (purchases.AsOf - calibrationEnd) / CustomerSummaries.DaysPerWeek;
        var (summaries, buyers) = CustomerSummaries.From(purchases, calibrationEnd);
        var counts = new int[LastFrequency + 1];
        var actuals = new double[LastFrequency + 1];
        var expecteds = new double[LastFrequency + 1];
        // Of many buyers the times are rounded to weeks: few differ then, and a mean over thousands does not tell.
        var isRounded = summaries.Length > ParetoNbdFit.ManyGroups;
        var known = new Dictionary<CustomerSummary, double>();
        var error = 0.0;
        for (var i = 0; i < summaries.Length; i++)
        {
            if ((i & 0x3FFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            var history = (isRounded ? summaries[i].Rounded() : summaries[i]) with { MeanRepeatSpend = 0 };
            if (!known.TryGetValue(history, out var forecast))
                known[history] = forecast = expected(history, horizon);
            var after = purchases.DaysOf(buyers[i]).Length - history.RepeatPurchases - 1;
            var row = Math.Min(history.RepeatPurchases, LastFrequency);
            counts[row]++;
            actuals[row] += after;
            expecteds[row] += forecast;
            error += Math.Abs(forecast - after);
        }
        var rows = counts.Select(
            (n, x) => new FrequencyRow(x, n, n == 0 ? 0 : actuals[x] / n, n == 0 ? 0 : expecteds[x] / n)
        );
        return new(
            (int)Math.Round(horizon),
            rows.ToArray(),
            actuals.Sum(),
            expecteds.Sum(),
            summaries.Length == 0 ? 0 : error / summaries.Length
        );
    }
}
