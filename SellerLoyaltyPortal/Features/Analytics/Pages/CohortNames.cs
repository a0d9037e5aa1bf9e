using System.Globalization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics.Pages;

/// <summary>What a cohort is called: a week by its Monday, a month Mar 2011, a quarter Q1 2011.</summary>
internal static class CohortNames
{
    public static string Of(DayNumber first, CohortPeriod period)
    {
        var date = first.ToDate();
        return period switch
        {
            CohortPeriod.Week => Display.DateShort(first),
            CohortPeriod.Month => Display.Month(date),
            CohortPeriod.Quarter => string.Create(
                CultureInfo.InvariantCulture,
                $"{date.Year} Q{(date.Month + 2) / 3}"
            ),
        };
    }
}
