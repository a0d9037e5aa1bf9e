using SellerLoyaltyPortal.Features.Analytics.Value;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>Cumulative value by cohort, as observed.</summary>
public sealed record ValueView(
    DayNumber AsOf,
    DayRange Ledger,
    ValuePrice Price,
    IReadOnlyList<CohortValue> Cohorts
)
{
    /// <summary>
    /// All cohorts that have been watched for so long, taken together: their totals over their members.
    /// </summary>
    public double? PerBuyerBy(int day)
    {
        var (total, buyers) = (0L, 0L);
        foreach (var cohort in Cohorts)
        {
            if (cohort.TotalBy(day) is not { } sum)
                continue;
            total = checked(total + sum);
            buyers += cohort.Buyers;
        }
        return buyers == 0 ? null : total / (double)Money.Scale / buyers;
    }
}
