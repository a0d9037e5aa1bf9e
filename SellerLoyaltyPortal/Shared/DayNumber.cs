using System.Globalization;

namespace SellerLoyaltyPortal.Shared;

/// <summary>
/// A seller-local business day as a count of days (day 0 is 0001-01-01, as <see cref="DateOnly.DayNumber"/>).
/// It has no time and no zone: <see cref="BusinessCalendar"/> says which day an instant falls on.
/// </summary>
public readonly record struct DayNumber(int Value) : IComparable<DayNumber>
{
    public static DayNumber From(DateOnly date) => new(date.DayNumber);

    public static DayNumber Of(int year, int month, int day) => From(new DateOnly(year, month, day));

    public DateOnly ToDate() => DateOnly.FromDayNumber(Value);

    public int CompareTo(DayNumber other) => Value.CompareTo(other.Value);

    public static DayNumber operator +(DayNumber day, int days) => new(checked(day.Value + days));

    public static DayNumber operator -(DayNumber day, int days) => new(checked(day.Value - days));

    /// <summary>Days from <paramref name="right"/> to <paramref name="left"/>.</summary>
    public static int operator -(DayNumber left, DayNumber right) => left.Value - right.Value;

    public static bool operator <(DayNumber left, DayNumber right) => left.Value < right.Value;

    public static bool operator >(DayNumber left, DayNumber right) => left.Value > right.Value;

    public static bool operator <=(DayNumber left, DayNumber right) => left.Value <= right.Value;

    public static bool operator >=(DayNumber left, DayNumber right) => left.Value >= right.Value;

    /// <summary>ISO 8601 (<c>2026-11-22</c>): for addresses and files.</summary>
    public override string ToString() => ToDate().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads ISO 8601 (<c>2026-11-22</c>) and nothing else.</summary>
    public static DayNumber? TryParse(string? text) =>
        DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? From(date)
            : null;
}
