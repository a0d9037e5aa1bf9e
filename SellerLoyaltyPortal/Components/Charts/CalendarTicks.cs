using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Components.Charts;

/// <summary>Where an axis of days is marked: at first days of months.</summary>
public static class CalendarTicks
{
    private static readonly int[] Steps = [1, 2, 3, 6, 12, 24, 60, 120];

    /// <summary>
    /// The first days of every month, or of every second, third, sixth, of years: the finest step with at most
    /// <paramref name="most"/> marks, counted from January, both ends included. Empty where no such day lies between.
    /// </summary>
    public static IReadOnlyList<double> Of(DayNumber low, DayNumber high, int most)
    {
        foreach (var step in Steps)
        {
            var ticks = FirstDays(low, high, step);
            if (ticks.Count <= most)
                return ticks;
        }
        return [];
    }

    private static List<double> FirstDays(DayNumber low, DayNumber high, int step)
    {
        var (first, last) = (low.ToDate(), high.ToDate());
        var days = new List<double>();
        // Months since the year 1; a step of years starts at years that it divides, so marks stay where they are.
        for (
            var month = (first.Year * 12 + first.Month - 1) / step * step;
            month <= last.Year * 12 + last.Month - 1;
            month += step
        )
            if (month >= 12 && DayNumber.Of(month / 12, month % 12 + 1, 1) is var day && day >= low)
                days.Add(day.Value);
        return days;
    }
}
