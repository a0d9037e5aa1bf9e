using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Components.Inputs;

/// <summary>The weeks, from Monday on, in which a month lies.</summary>
public static class MonthGrid
{
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(2200, 1, 1);

    public static readonly IReadOnlyList<DayOfWeek> Week =
    [
        DayOfWeek.Monday,
        DayOfWeek.Tuesday,
        DayOfWeek.Wednesday,
        DayOfWeek.Thursday,
        DayOfWeek.Friday,
        DayOfWeek.Saturday,
        DayOfWeek.Sunday,
    ];

    /// <summary>First day of the month of a day; of 1900 or 2200 where the day lies beyond.</summary>
    public static DateOnly FirstOf(DayNumber day)
    {
        var date = day.ToDate();
        var first = new DateOnly(date.Year, date.Month, 1);
        return first < Earliest ? Earliest
            : first > Latest ? Latest
            : first;
    }

    /// <summary>The month so many months on; null where no calendar goes.</summary>
    public static DateOnly? TryAdd(DateOnly first, int months) =>
        first.AddMonths(months) is var there && there >= Earliest && there <= Latest ? there : null;

    /// <summary>Six weeks, so that the height does not change from month to month.</summary>
    public static IEnumerable<IReadOnlyList<DayNumber>> Weeks(DateOnly first)
    {
        var monday = DayNumber.From(first) - ((int)first.DayOfWeek + 6) % 7;
        for (var week = 0; week < 6; week++)
            yield return [.. Enumerable.Range(week * 7, 7).Select(day => monday + day)];
    }
}
