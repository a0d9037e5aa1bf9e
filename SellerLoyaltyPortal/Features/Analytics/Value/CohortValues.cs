using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Analytics.History;

namespace SellerLoyaltyPortal.Features.Analytics.Value;

/// <summary>Cumulative value of every cohort by days since the first purchase.</summary>
public static class CohortValues
{
    /// <returns>One a period from the first purchase to the as-of date; empty when nothing was bought.</returns>
    public static IReadOnlyList<CohortValue> Sum(PurchaseDays purchases, CohortPeriod period)
    {
        var asOf = purchases.AsOf.Value;
        var first = int.MaxValue;
        for (var buyer = 0; buyer < purchases.BuyerCount; buyer++)
        {
            if (purchases.DaysOf(buyer) is [var day, ..])
                first = Math.Min(first, day);
        }
        if (first == int.MaxValue)
            return [];
        var from = PeriodCalendar.IndexOf(new(first), period);
        var cohorts = PeriodCalendar.IndexOf(purchases.AsOf, period) - from + 1;
        var cohortOf = new int[asOf - first + 1];
        for (var day = 0; day < cohortOf.Length; day++)
            cohortOf[day] = PeriodCalendar.IndexOf(new(first + day), period) - from;
        var byDay = new long[cohorts][];
        for (var cohort = 0; cohort < cohorts; cohort++)
            byDay[cohort] = new long[
                asOf - Math.Max(PeriodCalendar.FirstDayOf(from + cohort, period).Value, first) + 1
            ];
        var sizes = new int[cohorts];
        for (var buyer = 0; buyer < purchases.BuyerCount; buyer++)
        {
            var days = purchases.DaysOf(buyer);
            if (days.Length == 0)
                continue;
            var amounts = purchases.AmountsOf(buyer);
            var cohort = cohortOf[days[0] - first];
            sizes[cohort]++;
            for (var i = 0; i < days.Length; i++)
                byDay[cohort][days[i] - days[0]] += amounts[i];
        }
        foreach (var (buyer, day, amount) in purchases.Adjustments)
        {
            // What was cancelled before the first purchase that we know of belongs to none that we know of.
            if (purchases.DaysOf(buyer) is [var start, ..] && day >= start)
                byDay[cohortOf[start - first]][day - start] += amount;
        }
        return
        [
            .. byDay.Select(
                (values, cohort) =>
                {
                    var last = PeriodCalendar.LastDayOf(from + cohort, period);
                    return new CohortValue(
                        new(PeriodCalendar.FirstDayOf(from + cohort, period), last),
                        sizes[cohort],
                        asOf - last.Value,
                        values
                    );
                }
            ),
        ];
    }
}
