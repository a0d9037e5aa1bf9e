using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Analytics.History;

namespace SellerLoyaltyPortal.Features.Analytics.Retention;

/// <summary>New, returning, reactivated and lapsed buyers by calendar month.</summary>
public static class ActivityByMonth
{
    /// <summary>A buyer is quiet, then lapsed, when this many days pass without a purchase.</summary>
    public const int QuietDays = 90;

    /// <returns>
    /// Every month from the first purchase to the as-of date. A buyer counts once a month, by the gap before their
    /// first purchase in it; all they spend in that month is counted there. Cancellations that name no purchase are
    /// not in the revenue.
    /// </returns>
    public static IReadOnlyList<MonthActivity> Count(PurchaseDays purchases, int quietDays = QuietDays)
    {
        var first = int.MaxValue;
        for (var buyer = 0; buyer < purchases.BuyerCount; buyer++)
        {
            if (purchases.DaysOf(buyer) is [var day, ..])
                first = Math.Min(first, day);
        }
        if (first == int.MaxValue)
            return [];
        var from = PeriodCalendar.IndexOf(new(first), CohortPeriod.Month);
        var to = PeriodCalendar.IndexOf(purchases.AsOf, CohortPeriod.Month);
        var monthOf = new int[purchases.AsOf.Value - first + 1];
        for (var day = 0; day < monthOf.Length; day++)
            monthOf[day] = PeriodCalendar.IndexOf(new(first + day), CohortPeriod.Month) - from;
        var months = new MonthActivity[to - from + 1];
        for (var i = 0; i < months.Length; i++)
            months[i] = new()
            {
                Month = from + i,
                IsFinished = PeriodCalendar.LastDayOf(from + i, CohortPeriod.Month) <= purchases.AsOf,
            };
        for (var buyer = 0; buyer < purchases.BuyerCount; buyer++)
            AddBuyer(purchases, buyer, first, quietDays, monthOf, months);
        return months;
    }

    private static void AddBuyer(
        PurchaseDays purchases,
        int buyer,
        int first,
        int quietDays,
        int[] monthOf,
        MonthActivity[] months
    )
    {
        var days = purchases.DaysOf(buyer);
        var amounts = purchases.AmountsOf(buyer);
        for (var i = 0; i < days.Length; )
        {
            var month = monthOf[days[i] - first];
            var gap = i == 0 ? -1 : days[i] - days[i - 1];
            var spent = 0L;
            for (; i < days.Length && monthOf[days[i] - first] == month; i++)
            {
                spent += amounts[i];
                var lapsed = days[i] + quietDays + 1;
                var next = i + 1 < days.Length ? days[i + 1] : int.MaxValue;
                if (lapsed <= next && lapsed <= purchases.AsOf.Value)
                    months[monthOf[lapsed - first]].Lapsed++;
            }
            var at = months[month];
            if (gap < 0)
                (at.New, at.NewRevenue) = (at.New + 1, at.NewRevenue + spent);
            else if (gap <= quietDays)
                (at.Returning, at.ReturningRevenue) = (at.Returning + 1, at.ReturningRevenue + spent);
            else
                (at.Reactivated, at.ReactivatedRevenue) = (at.Reactivated + 1, at.ReactivatedRevenue + spent);
        }
    }
}
