using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Analytics.Retention;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>Everything on the retention page, for one as-of date and filter.</summary>
public sealed record RetentionView(
    DayNumber AsOf,
    DayRange Ledger,
    int Buyers,
    CohortTriangle Triangle,
    SurvivalCurve SecondPurchase,
    SurvivalCurve ThirdPurchase,
    SurvivalCurve? Compared,
    RepeatIntervals Intervals,
    IReadOnlyList<MonthActivity> Months
);
