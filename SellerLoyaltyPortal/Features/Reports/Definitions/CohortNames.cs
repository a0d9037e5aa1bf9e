using System.Globalization;
using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Definitions;

/// <summary>What a cohort is called, the same in every language: a week by its Monday, a month 2011-03, a quarter 2011-Q1.</summary>
internal static class CohortNames
{
    public static string Of(DayRange days, CohortPeriod period)
    {
        var date = days.First.ToDate();
        return period switch
        {
            CohortPeriod.Week => days.First.ToString(),
            CohortPeriod.Month => date.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            CohortPeriod.Quarter => string.Create(
                CultureInfo.InvariantCulture,
                $"{date.Year}-Q{(date.Month + 2) / 3}"
            ),
        };
    }
}
