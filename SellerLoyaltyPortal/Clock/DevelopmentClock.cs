using System.Globalization;
using System.Xml;

namespace SellerLoyaltyPortal.Clock;

/// <summary>
/// The real time plus an offset that stands in a file: a browser test, or a person trying the portal,
/// writes <c>1.00:00:00</c> (or <c>P1D</c>) into it and the started portal is a day ahead. Timers run in
/// real time. Never in Production: see <see cref="ClockServices"/>.
/// </summary>
public sealed class DevelopmentClock(FileInfo offsetFile, ILogger<DevelopmentClock> log) : TimeProvider
{
    private readonly Lock _gate = new();
    private (DateTime Written, long Length) _read;
    private TimeSpan _offset;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset();

    /// <summary>
    /// <c>[-][d.]hh:mm:ss</c> or an ISO 8601 duration (<c>P1D</c>, <c>-PT2H</c>, without years and months);
    /// null for anything else. An empty text is no offset.
    /// </summary>
    public static TimeSpan? Parse(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
            return TimeSpan.Zero;
        if (TimeSpan.TryParseExact(trimmed, "c", CultureInfo.InvariantCulture, out var constant))
            return constant;
        // Years and months have no fixed length; XmlConvert would guess 365 and 30 days.
        var date = trimmed.Split('T')[0];
        if (date.Contains('Y', StringComparison.Ordinal) || date.Contains('M', StringComparison.Ordinal))
            return null;
        try
        {
            return XmlConvert.ToTimeSpan(trimmed);
        }
        catch (Exception notADuration) when (notADuration is FormatException or OverflowException)
        {
            return null;
        }
    }

    private TimeSpan Offset()
    {
        lock (_gate)
        {
            offsetFile.Refresh();
            var seen = offsetFile.Exists
                ? (offsetFile.LastWriteTimeUtc, offsetFile.Length)
                : (DateTime.MinValue, 0L);
            if (seen != _read)
            {
                _read = seen;
                _offset = Read();
            }
            return _offset;
        }
    }

    private TimeSpan Read()
    {
        if (!offsetFile.Exists)
            return TimeSpan.Zero;
        string text;
        try
        {
            text = File.ReadAllText(offsetFile.FullName);
        }
        catch (IOException busy)
        {
            // Being written at this very moment: the change that follows is read then.
            log.LogWarning(busy, "The clock's offset can't be read now, it stays {Offset}", _offset);
            _read = default;
            return _offset;
        }
        if (Parse(text) is { } offset)
        {
            log.LogWarning("The development clock is moved by {Offset}", offset);
            return offset;
        }
        log.LogError("The clock's offset can't be understood, it stays {Offset}: {Text}", _offset, text);
        return _offset;
    }
}
