using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics.Cohorts;

/// <summary>Numbers the calendar periods, so that the next period has the next number.</summary>
public static class PeriodCalendar
{
    public static int IndexOf(DayNumber day, CohortPeriod period)
    {
        var date = day.ToDate();
        return period switch
        {
            // Day 0, 0001-01-01, is a Monday.
            CohortPeriod.Week => day.Value / 7,
            CohortPeriod.Month => date.Year * 12 + date.Month - 1,
            CohortPeriod.Quarter => date.Year * 4 + (date.Month - 1) / 3,
        };
    }

    public static DayNumber FirstDayOf(int index, CohortPeriod period) =>
        period switch
        {
            CohortPeriod.Week => new(index * 7),
            CohortPeriod.Month => DayNumber.Of(index / 12, index % 12 + 1, 1),
            CohortPeriod.Quarter => DayNumber.Of(index / 4, index % 4 * 3 + 1, 1),
        };

    public static DayNumber LastDayOf(int index, CohortPeriod period) => FirstDayOf(index + 1, period) - 1;
}
