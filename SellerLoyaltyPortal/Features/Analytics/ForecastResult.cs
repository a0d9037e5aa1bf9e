using SellerLoyaltyPortal.Features.Analytics.Lifetime;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>Fitted models, their forecast, and how models fitted to the first part of the history did after it.</summary>
public sealed record ForecastResult
{
    public required int Buyers { get; init; }

    /// <summary>How far the sums look ahead.</summary>
    public required int HorizonDays { get; init; }

    /// <summary>By how much a sum a year ahead is worth less: 0.1 for 10 %.</summary>
    public required double YearlyDiscount { get; init; }

    public required BgNbdFit Purchases { get; init; }

    public required ParetoNbdFit PurchasesByPareto { get; init; }

    public required GammaGammaFit Spend { get; init; }

    public required ForecastTotals Totals { get; init; }

    /// <summary>Mean value of a new buyer by day after the first purchase, the first purchase itself included.</summary>
    public required IReadOnlyList<(int Day, double Value)> NewBuyer { get; init; }

    /// <summary>Last day of what the checked models were fitted to.</summary>
    public required DayNumber CalibrationEnd { get; init; }

    public required HoldOut Check { get; init; }

    public required HoldOut CheckByPareto { get; init; }

    public required IReadOnlyList<TrackingRow> Tracking { get; init; }

    /// <summary>Buyers with 0, 1, … 6, 7 and more repeats in the calibration: actual, and as the model has it.</summary>
    public required IReadOnlyList<(double Actual, double Expected)> Frequencies { get; init; }

    /// <summary>Correlation of number and mean worth of repeat purchases: Gamma-Gamma supposes about 0.</summary>
    public required double SpendCorrelation { get; init; }

    public ForecastTrust Trust =>
        Check.RelativeError is not { } error ? ForecastTrust.Unknown
        : Math.Abs(error) <= 0.15 ? ForecastTrust.Good
        : Math.Abs(error) <= 0.3 ? ForecastTrust.Careful
        : ForecastTrust.Poor;
}
