using SellerLoyaltyPortal.Features.Purchases.Mapping;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>
/// Reads dates of a file into instants: local to the seller's zone unless an offset stands beside them; a
/// date without a time is noon of that day, which no change of clocks moves to another day.
/// </summary>
/// <param name="shiftDays">Days by which the demo moves its purchases on the wall clock; otherwise 0.</param>
/// <param name="latest">Dates behind it are typing errors; null: those from 2100 on.</param>
internal sealed class Instants(BusinessCalendar calendar, int shiftDays, DateTimeOffset? latest = null)
{
    /// <summary>Days that a date may lie in the future: orders that are to be bought out yet.</summary>
    public const int MostDaysAhead = 366;

    /// <summary>Dates before it are typing errors, and would spoil what counts days.</summary>
    private static readonly DateTime First = new(1970, 1, 1);

    // Beyond it a calendar can't be asked.
    private const int LastYear = 9000;

    private readonly DateTimeOffset _latest =
        latest ?? new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Lines of one order follow each other, and finding an offset takes longer than the rest of the row.
    private DateTime _lastLocal;
    private DateTimeOffset _lastInstant;

    /// <summary><c>2026-11-22</c>, optionally <c>T</c> or blank and a time, optionally an offset.</summary>
    public RowErrorReason? TryRead(ReadOnlySpan<char> text, out DateTimeOffset instant)
    {
        instant = default;
        if (text.Length < 10 || text[4] != '-' || text[7] != '-')
            return RowErrorReason.NotADate;
        if (!Digits(text[..4], out var year) || !Digits(text[5..7], out var month))
            return RowErrorReason.NotADate;
        if (!Digits(text[8..10], out var day))
            return RowErrorReason.NotADate;
        var rest = text[10..];
        if (rest.IsEmpty)
            return TryMake(year, month, day, TimeSpan.FromHours(12), offset: null, out instant);
        if (rest[0] is not (' ' or 'T') || TryReadTime(ref rest, strictly: true) is not { } time)
            return RowErrorReason.NotADate;
        if (rest.IsEmpty)
            return TryMake(year, month, day, time, offset: null, out instant);
        return TryReadOffset(rest) is { } offset
            ? TryMake(year, month, day, time, offset, out instant)
            : RowErrorReason.NotADate;
    }

    /// <summary>
    /// A date whose parts stand in that order, optionally a time and an offset. Years first are understood
    /// whatever the order is: nothing else begins with four digits.
    /// </summary>
    public RowErrorReason? TryRead(ReadOnlySpan<char> text, DateLayout layout, out DateTimeOffset instant)
    {
        instant = default;
        if (layout == DateLayout.Compact)
            return TryReadCompact(text, out instant);
        if (!TrySplit(text, out var parts, out var rest))
            return RowErrorReason.NotADate;
        var (year, month, day) =
            parts.First.Digits == 4 ? (parts.First, parts.Second, parts.Third)
            : layout == DateLayout.DayMonthYear ? (parts.Third, parts.Second, parts.First)
            : layout == DateLayout.MonthDayYear ? (parts.Third, parts.First, parts.Second)
            : default;
        // 26 is 2026: purchases are of this century, or of the last decades of the other.
        var fullYear = year.Digits switch
        {
            4 => year.Value,
            2 => year.Value + (year.Value < 70 ? 2000 : 1900),
            _ => 0,
        };
        if (fullYear == 0 || month.Digits is < 1 or > 2 || day.Digits is < 1 or > 2)
            return RowErrorReason.NotADate;
        if (rest.IsEmpty)
            return TryMake(
                fullYear,
                month.Value,
                day.Value,
                TimeSpan.FromHours(12),
                offset: null,
                out instant
            );
        if (rest[0] is ',')
            rest = rest[1..];
        if (
            rest.IsEmpty
            || rest[0] is not (' ' or 'T')
            || TryReadTime(ref rest, strictly: false) is not { } time
        )
            return RowErrorReason.NotADate;
        rest = rest.TrimStart(' ');
        if (rest.IsEmpty)
            return TryMake(fullYear, month.Value, day.Value, time, offset: null, out instant);
        if (rest.StartsWith("UTC", StringComparison.OrdinalIgnoreCase) && rest.Length == 3)
            rest = "Z";
        return TryReadOffset(rest) is { } offset
            ? TryMake(fullYear, month.Value, day.Value, time, offset, out instant)
            : RowErrorReason.NotADate;
    }

    /// <summary><c>20261122</c>.</summary>
    public RowErrorReason? TryReadCompact(ReadOnlySpan<char> text, out DateTimeOffset instant)
    {
        instant = default;
        if (text.Length != 8 || !Digits(text, out var number))
            return RowErrorReason.NotADate;
        return TryMake(
            number / 10_000,
            number / 100 % 100,
            number % 100,
            TimeSpan.FromHours(12),
            offset: null,
            out instant
        );
    }

    private RowErrorReason? TryMake(
        int year,
        int month,
        int day,
        TimeSpan time,
        TimeSpan? offset,
        out DateTimeOffset instant
    )
    {
        instant = default;
        if (month is < 1 or > 12 || year < 1 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return RowErrorReason.NotADate;
        var local = new DateTime(year, month, day) + time;
        if (local < First || year >= LastYear)
            return RowErrorReason.DateOutOfRange;
        if (offset is { } known)
            instant = new DateTimeOffset(local, known).AddDays(shiftDays);
        else if (local == _lastLocal)
            instant = _lastInstant;
        else
            (_lastLocal, _lastInstant) = (local, instant = calendar.ToInstant(local.AddDays(shiftDays)));
        return instant > _latest ? RowErrorReason.DateOutOfRange : null;
    }

    // Three numbers with one and the same sign between them; what follows is the time.
    private static bool TrySplit(
        ReadOnlySpan<char> text,
        out (Part First, Part Second, Part Third) parts,
        out ReadOnlySpan<char> rest
    )
    {
        parts = default;
        rest = text;
        var sign = '\0';
        Span<Part> found = stackalloc Part[3];
        for (var i = 0; i < 3; i++)
        {
            var digits = 0;
            while (digits < rest.Length && char.IsAsciiDigit(rest[digits]))
                digits++;
            if (digits is 0 or > 4)
                return false;
            Digits(rest[..digits], out var value);
            found[i] = new(value, digits);
            rest = rest[digits..];
            if (i == 2)
                break;
            if (rest.IsEmpty || rest[0] is not ('-' or '.' or '/') || (i == 1 && rest[0] != sign))
                return false;
            sign = rest[0];
            rest = rest[1..];
        }
        parts = (found[0], found[1], found[2]);
        return true;
    }

    // " 8:26", "T08:26:00.123", " 08:26:00 PM": leaves what stands behind.
    private static TimeSpan? TryReadTime(ref ReadOnlySpan<char> rest, bool strictly)
    {
        rest = rest[1..];
        if (TakeNumber(ref rest, least: strictly ? 2 : 1) is not { } hours || rest.IsEmpty || rest[0] != ':')
            return null;
        rest = rest[1..];
        if (TakeNumber(ref rest, least: 2) is not { } minutes)
            return null;
        var (seconds, milliseconds) = (0, 0);
        if (!rest.IsEmpty && rest[0] == ':')
        {
            rest = rest[1..];
            if (TakeNumber(ref rest, least: 2) is not { } given)
                return null;
            seconds = given;
            if (rest.Length > 1 && rest[0] == '.' && TakeFraction(ref rest) is var fraction)
            {
                if (fraction is null)
                    return null;
                milliseconds = fraction.Value;
            }
        }
        if (!strictly && Half(ref rest) is { } half)
        {
            if (hours is < 1 or > 12)
                return null;
            hours = hours % 12 + half;
        }
        return hours < 24 && minutes < 60 && seconds < 60
            ? new TimeSpan(0, hours, minutes, seconds, milliseconds)
            : null;
    }

    private static int? TakeNumber(ref ReadOnlySpan<char> rest, int least)
    {
        var digits = 0;
        while (digits < rest.Length && digits < 2 && char.IsAsciiDigit(rest[digits]))
            digits++;
        if (digits < least)
            return null;
        Digits(rest[..digits], out var number);
        rest = rest[digits..];
        return number;
    }

    // ".123": the milliseconds; nobody needs more.
    private static int? TakeFraction(ref ReadOnlySpan<char> rest)
    {
        var length = 1;
        while (length < rest.Length && char.IsAsciiDigit(rest[length]))
            length++;
        if (length is 1 or > 10)
            return null;
        var milliseconds = 0;
        for (var i = 1; i <= 3; i++)
            milliseconds = milliseconds * 10 + (i < length ? rest[i] - '0' : 0);
        rest = rest[length..];
        return milliseconds;
    }

    // " AM" and " PM": the hours to add.
    private static int? Half(ref ReadOnlySpan<char> rest)
    {
        var text = rest.TrimStart(' ');
        int? hours =
            text.StartsWith("AM", StringComparison.OrdinalIgnoreCase) ? 0
            : text.StartsWith("PM", StringComparison.OrdinalIgnoreCase) ? 12
            : null;
        if (hours is not null)
            rest = text[2..];
        return hours;
    }

    // "Z", "+03:00", "-0500".
    private static TimeSpan? TryReadOffset(ReadOnlySpan<char> text)
    {
        if (text is "Z" or "z")
            return TimeSpan.Zero;
        if (text.Length is not (5 or 6) || text[0] is not ('+' or '-'))
            return null;
        if (text.Length == 6 && text[3] != ':')
            return null;
        if (!Digits(text[1..3], out var hours) || !Digits(text[^2..], out var minutes))
            return null;
        if (hours > 14 || minutes > 59 || hours * 60 + minutes > 14 * 60)
            return null;
        var offset = new TimeSpan(hours, minutes, 0);
        return text[0] == '-' ? -offset : offset;
    }

    private static bool Digits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
                return false;
            number = number * 10 + (c - '0');
        }
        return true;
    }

    private readonly record struct Part(int Value, int Digits);
}
