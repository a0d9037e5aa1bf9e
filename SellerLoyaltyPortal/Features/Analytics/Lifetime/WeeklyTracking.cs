using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>Actual against expected repeat purchases, week by week, cumulated.</summary>
public static class WeeklyTracking
{
    /// <param name="purchases">Up to the last day to track.</param>
    /// <param name="start">The day on which week 1 begins: the first of the first purchases.</param>
    /// <param name="cohortEnd">Buyers are tracked whose first purchase was by this day.</param>
    /// <param name="expectedOfNewBuyer">Repeat purchases expected within so many weeks of the first.</param>
    /// <returns>One row a whole week up to the as-of date.</returns>
    public static IReadOnlyList<TrackingRow> Track(
        PurchaseDays purchases,
        DayNumber start,
        DayNumber cohortEnd,
        Func<double, double> expectedOfNewBuyer
    )
    {
        var weeks = (purchases.AsOf - start + 1) / 7;
        var cohortDays = cohortEnd - start + 1;
        var firsts = new int[cohortDays];
        var repeats = new long[weeks * 7];
        for (var buyer = 0; buyer < purchases.BuyerCount; buyer++)
        {
            var days = purchases.DaysOf(buyer);
            if (days.Length == 0 || days[0] > cohortEnd.Value || days[0] < start.Value)
                continue;
            firsts[days[0] - start.Value]++;
            foreach (var day in days[1..])
            {
                if (day - start.Value < repeats.Length)
                    repeats[day - start.Value]++;
            }
        }
        // A buyer's clock starts at the end of the day of the first purchase.
        var byAge = new double[weeks * 7];
        for (var age = 1; age < byAge.Length; age++)
            byAge[age] = expectedOfNewBuyer(age / CustomerSummaries.DaysPerWeek);
        var rows = new TrackingRow[weeks];
        var actual = 0L;
        for (var week = 1; week <= weeks; week++)
        {
            for (var day = week * 7 - 7; day < week * 7; day++)
                actual += repeats[day];
            var expected = 0.0;
            for (var day = 0; day < Math.Min(cohortDays, week * 7); day++)
                expected += firsts[day] * byAge[week * 7 - 1 - day];
            rows[week - 1] = new(week, actual, expected);
        }
        return rows;
    }
}
