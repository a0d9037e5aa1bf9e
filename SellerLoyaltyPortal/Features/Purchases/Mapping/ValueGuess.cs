using SellerLoyaltyPortal.Features.Purchases.Import;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Mapping;

/// <summary>How the dates and amounts of a file are written, by the values in its first rows.</summary>
internal static class ValueGuess
{
    private static readonly DateLayout[] Layouts =
    [
        DateLayout.YearMonthDay,
        DateLayout.DayMonthYear,
        DateLayout.MonthDayYear,
        DateLayout.Compact,
    ];

    /// <summary>The first layout in which all can be read, and whether another one would do as well.</summary>
    public static (DateLayout Layout, bool IsAmbiguous) Dates(IReadOnlyList<string> values)
    {
        var given = values.Where(v => v.Length > 0).ToList();
        if (given.Count == 0)
            return (DateLayout.YearMonthDay, false);
        var instants = new Instants(
            BusinessCalendar.Of("UTC"),
            shiftDays: 0,
            latest: DateTimeOffset.MaxValue
        );
        var fitting = Layouts.Where(l => given.All(v => instants.TryRead(v, l, out _) is null)).ToList();
        var most =
            fitting.Count > 0
                ? fitting[0]
                : Layouts.MaxBy(l => given.Count(v => instants.TryRead(v, l, out _) is null));
        return (most, most == DateLayout.DayMonthYear && fitting.Contains(DateLayout.MonthDayYear));
    }

    /// <summary>A comma where one stands with one or two digits behind it and no point does.</summary>
    public static char DecimalSign(IReadOnlyList<string> values)
    {
        var (points, commas) = (0, 0);
        foreach (var value in values)
        {
            var digits = value.TrimEnd('₽', '$', '€', '£', '₸', ' ', '\u00A0');
            var at = digits.LastIndexOfAny(['.', ',']);
            if (at < 0 || digits.Length - at - 1 is < 1 or 3 or > 4)
                continue;
            if (digits[at] == ',')
                commas++;
            else
                points++;
        }
        return commas > points ? ',' : '.';
    }
}
