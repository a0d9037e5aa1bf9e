using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Analytics.Lifetime;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>One buyer as JSON; money in 1/10,000 of the currency unit, expected spend in currency units.</summary>
internal sealed record BuyerAnswer(
    string Definition,
    string Id,
    string AsOf,
    string WindowFrom,
    string TimeZone,
    string Currency,
    string PriceBase,
    long Total,
    long Threshold,
    string OfferSource,
    bool Qualifies,
    long Lacking,
    int? Orders,
    int? DaysSinceLast,
    string? Segment,
    string? Rhythm,
    double? MeanIntervalDays,
    BuyerAnswer.Year? Forecast,
    IReadOnlyList<BuyerAnswer.TotalOn> Totals,
    IReadOnlyList<BuyerAnswer.Line> Lines
)
{
    public const int HorizonDays = 365;

    public static BuyerAnswer From(
        BuyerProfile profile,
        CurrentOffer offer,
        BuyerForecast? forecast,
        AnalyticsScope scope,
        SellerAccess access
    )
    {
        var explanation = profile.Explanation;
        return new(
            "Total of the window by the offer's rule; segment and rhythm among all buyers of the window; the "
                + "forecast is of the next 365 days, without discounting, null below the minimum data.",
            profile.Id.Value,
            scope.AsOf.ToString(),
            explanation.Window.First.ToString(),
            access.Calendar.Zone.Id,
            access.Currency.Code,
            explanation.Rule.PriceBase.ToString(),
            explanation.Total.TenThousandths,
            offer.Threshold.TenThousandths,
            offer.Source.ToString(),
            explanation.Qualifies(offer.Threshold),
            explanation.Qualifies(offer.Threshold) ? 0 : explanation.Lacking(offer.Threshold).TenThousandths,
            profile.Row?.Orders,
            profile.Row?.DaysSinceLast,
            profile.Row?.Segment.ToString(),
            profile.Row?.Rhythm.ToString(),
            profile.Row?.MeanInterval,
            forecast is { } year
                ? new(
                    year.ProbabilityAlive,
                    year.Purchases,
                    double.IsFinite(year.SpendAPurchase) ? year.SpendAPurchase : null,
                    double.IsFinite(year.Spend) ? year.Spend : null,
                    year.Range is { } range
                        ? new(
                            range.FewestPurchases,
                            range.MostPurchases,
                            Finite(range.LeastSpend),
                            Finite(range.MostSpend)
                        )
                        : null
                )
                : null,
            [.. profile.Totals.Select(t => new TotalOn(t.Day.ToString(), t.Total.TenThousandths))],
            [
                .. explanation.Lines.Select(l => new Line(
                    l.Day.ToString(),
                    l.Gross.TenThousandths,
                    l.Returned.TenThousandths,
                    l.Net.TenThousandths,
                    l.Counts,
                    l.Reason.ToString(),
                    l.RunningTotal.TenThousandths,
                    l.Counts ? l.LeavesOn.ToString() : null
                )),
            ]
        );
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    /// <summary>The total toward the threshold from a day on which it changed.</summary>
    internal sealed record TotalOn(string Day, long Total);

    internal sealed record Line(
        string Day,
        long Gross,
        long Returned,
        long Net,
        bool Counts,
        string Reason,
        long RunningTotal,
        string? LeavesOn
    );

    /// <summary>Between what it comes out in 95 cases of 100.</summary>
    internal sealed record Range(
        int FewestPurchases,
        int MostPurchases,
        double? LeastSpend,
        double? MostSpend
    );

    internal sealed record Year(
        double ProbabilityAlive,
        double Purchases,
        double? SpendAPurchase,
        double? Spend,
        Range? Within95
    );
}
