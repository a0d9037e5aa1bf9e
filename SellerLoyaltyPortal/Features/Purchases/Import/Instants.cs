using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>
/// Reads dates of a file into instants: local to the seller's zone unless an offset stands beside them; a
/// date without a time is noon of that day, which no change of clocks moves to another day.
/// </summary>
/// <param name="shiftDays">Days by which the demo moves its purchases on the wall clock; otherwise 0.</param>
internal sealed class Instants(BusinessCalendar calendar, int shiftDays)
{
    /// <summary>Dates outside are typing errors, and would spoil what counts days.</summary>
    private static readonly DateTime First = new(1980, 1, 1);
    private static readonly DateTime Last = new(2100, 1, 1);

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
        if (rest[0] is not (' ' or 'T') || TryReadTime(ref rest) is not { } time)
            return RowErrorReason.NotADate;
        if (rest.IsEmpty)
            return TryMake(year, month, day, time, offset: null, out instant);
        return TryReadOffset(rest) is { } offset
            ? TryMake(year, month, day, time, offset, out instant)
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
        if (local < First || local >= Last)
            return RowErrorReason.DateOutOfRange;
        if (offset is { } known)
            instant = new DateTimeOffset(local, known).AddDays(shiftDays);
        else if (local == _lastLocal)
            instant = _lastInstant;
        else
            (_lastLocal, _lastInstant) = (local, instant = calendar.ToInstant(local.AddDays(shiftDays)));
        return null;
    }

    // " 08:26", " 08:26:00", "T08:26:00.123": leaves what stands behind.
    private static TimeSpan? TryReadTime(ref ReadOnlySpan<char> rest)
    {
        if (rest.Length < 6 || rest[3] != ':')
            return null;
        if (!Digits(rest[1..3], out var hours) || !Digits(rest[4..6], out var minutes))
            return null;
        rest = rest[6..];
        var seconds = 0;
        var milliseconds = 0;
        if (rest.Length >= 3 && rest[0] == ':')
        {
            if (!Digits(rest[1..3], out seconds))
                return null;
            rest = rest[3..];
            if (rest.Length > 1 && rest[0] == '.')
            {
                var length = 1;
                while (length < rest.Length && char.IsAsciiDigit(rest[length]))
                    length++;
                if (length is 1 or > 10)
                    return null;
                for (var i = 1; i <= 3; i++)
                    milliseconds = milliseconds * 10 + (i < length ? rest[i] - '0' : 0);
                rest = rest[length..];
            }
        }
        return hours < 24 && minutes < 60 && seconds < 60
            ? new TimeSpan(0, hours, minutes, seconds, milliseconds)
            : null;
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
}
