using System.Collections.Concurrent;

namespace SellerLoyaltyPortal.Shared;

/// <summary>
/// Which seller-local day an instant falls on, and when a day begins. A day is the calendar date on the
/// wall clock of the seller's time zone, so it may last 23 or 25 hours where clocks change.
/// </summary>
public sealed class BusinessCalendar(TimeZoneInfo zone)
{
    private const long SecondsPerDay = 86_400;

    /// <summary>Days from 0001-01-01 to 1970-01-01.</summary>
    private static readonly int UnixEpochDay = DayNumber.Of(1970, 1, 1).Value;

    // Finding a zone's changes takes milliseconds, so each is done once.
    private static readonly ConcurrentDictionary<string, BusinessCalendar> Known = new(
        StringComparer.Ordinal
    );

    // Offsets hold between two changes of a zone's clock: seconds since 1970 from which each is valid. The
    // changes are found once; a day of an instant is then one binary search, without TimeZoneInfo's cost
    // (about 100 ns an instant), which a ledger of ten million lines would feel.
    private readonly (long[] From, int[] OffsetSeconds) _offsets = FindOffsets(zone);

    public TimeZoneInfo Zone => zone;

    /// <exception cref="TimeZoneNotFoundException">The machine does not know the zone.</exception>
    public static BusinessCalendar Of(string zoneId) =>
        Known.GetOrAdd(zoneId, static id => new(TimeZoneInfo.FindSystemTimeZoneById(id)));

    public DayNumber DayOf(DateTimeOffset instant) => DayOf(instant.ToUnixTimeSeconds());

    /// <param name="unixSeconds">Seconds since 1970-01-01 00:00 UTC.</param>
    public DayNumber DayOf(long unixSeconds) => DayOf(unixSeconds, out _, out _);

    /// <param name="unixSeconds">Seconds since 1970-01-01 00:00 UTC.</param>
    /// <param name="from">The earliest second around this one from which on all fall on the same day.</param>
    /// <param name="until">The first second after it that may not; a change of the clock ends a stretch too.</param>
    public DayNumber DayOf(long unixSeconds, out long from, out long until)
    {
        var (starts, offsets) = _offsets;
        var index = Array.BinarySearch(starts, unixSeconds);
        if (index < 0)
            index = Math.Max(~index - 1, 0);
        var local = unixSeconds + offsets[index];
        var days = Math.DivRem(local, SecondsPerDay, out var rest);
        if (rest < 0)
            days--;
        from = Math.Max(days * SecondsPerDay - offsets[index], starts[index]);
        until = (days + 1) * SecondsPerDay - offsets[index];
        if (index + 1 < starts.Length)
            until = Math.Min(until, starts[index + 1]);
        return new((int)days + UnixEpochDay);
    }

    /// <summary>
    /// The first instant of the day: 00:00 local, or the first moment that exists where clocks skip
    /// midnight; where midnight occurs twice, the earlier one.
    /// </summary>
    public DateTimeOffset StartOf(DayNumber day)
    {
        var midnight = day.ToDate().ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(1);
        return ToInstant(midnight);
    }

    /// <summary>
    /// The instant of a wall-clock time in the zone: of two (clocks set back) the earlier, of none (clocks
    /// set forward) the one that the old offset gives.
    /// </summary>
    public DateTimeOffset ToInstant(DateTime local)
    {
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        var offset =
            zone.IsInvalidTime(wall) ? zone.GetUtcOffset(wall.AddHours(-3))
            : zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max()
            : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset);
    }

    private static (long[] From, int[] OffsetSeconds) FindOffsets(TimeZoneInfo zone)
    {
        const int FirstYear = 1900;
        const int LastYear = 2200;
        var from = new List<long> { long.MinValue };
        var at = new DateTimeOffset(FirstYear, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var end = new DateTimeOffset(LastYear, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var offsets = new List<int> { OffsetAt(zone, at) };
        for (var next = at; next < end; at = next)
        {
            next = at.AddDays(7);
            var after = OffsetAt(zone, next);
            if (after == offsets[^1])
                continue;
            // The change lies within this week: halve down to the second.
            var (low, high) = (at.ToUnixTimeSeconds(), next.ToUnixTimeSeconds());
            while (high - low > 1)
            {
                var middle = low + (high - low) / 2;
                if (OffsetAt(zone, DateTimeOffset.FromUnixTimeSeconds(middle)) == offsets[^1])
                    low = middle;
                else
                    high = middle;
            }
            from.Add(high);
            offsets.Add(OffsetAt(zone, DateTimeOffset.FromUnixTimeSeconds(high)));
        }
        return (from.ToArray(), offsets.ToArray());
    }

    private static int OffsetAt(TimeZoneInfo zone, DateTimeOffset instant) =>
        (int)zone.GetUtcOffset(instant).TotalSeconds;
}
