using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Analytics.Retention;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>Everything on the retention page, for one as-of date and filter.</summary>
/// <param name="AsOf">The last day that is looked at.</param>
/// <param name="Ledger">The days with purchases up to then, of all buyers.</param>
/// <param name="Buyers">Who have bought, of those that the filter means.</param>
/// <param name="Triangle">Who came back, by period.</param>
/// <param name="Repeats">Time from purchase n to the next: n = 1 … <see cref="MostSteps"/>.</param>
/// <param name="Intervals">All completed intervals.</param>
/// <param name="Months">Who bought in each month.</param>
public sealed record RetentionView(
    DayNumber AsOf,
    DayRange Ledger,
    int Buyers,
    CohortTriangle Triangle,
    IReadOnlyList<SurvivalCurve> Repeats,
    RepeatIntervals Intervals,
    IReadOnlyList<MonthActivity> Months
)
{
    /// <summary>From the first purchase up to the step from this one to the next.</summary>
    public const int MostSteps = 5;

    public SurvivalCurve SecondPurchase => Repeats[0];
}
