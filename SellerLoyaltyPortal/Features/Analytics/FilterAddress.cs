using System.Globalization;
using SellerLoyaltyPortal.Features.Analytics.Rfm;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>
/// A filter as it stands in an address, of a page or of the API, so that a link shows the same again:
/// <c>segment=Champions&amp;program=with&amp;from=1000&amp;below=2000&amp;firstFrom=2026-01-01&amp;firstTo=2026-03-31&amp;category=Tea</c>.
/// What a page compares with has the same names behind <see cref="Compared"/>: <c>vsSegment=Lost&amp;vsAsOf=2025-12-31</c>.
/// </summary>
public static class FilterAddress
{
    public const string AsOf = "asOf";
    public const string Segment = "segment";
    public const string Program = "program";
    public const string From = "from";
    public const string Below = "below";
    public const string FirstFrom = "firstFrom";
    public const string FirstTo = "firstTo";
    public const string Category = "category";

    /// <summary>Beginning of the names of what is compared with.</summary>
    public const string Compared = "vs";

    /// <summary>Value of <see cref="Program"/>: bought with the loyalty discount at least once.</summary>
    public const string With = "with";

    /// <summary>Value of <see cref="Program"/>: never did.</summary>
    public const string Without = "without";

    private const long MostUnits = 100_000_000_000;

    public static readonly IReadOnlyList<string> Names =
    [
        Segment,
        Program,
        From,
        Below,
        FirstFrom,
        FirstTo,
        Category,
    ];

    /// <summary>The name of a part behind a beginning: <c>vsSegment</c>.</summary>
    public static string Name(string prefix, string name) =>
        prefix.Length == 0 ? name : prefix + char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>Reads a filter. What cannot be read restricts nothing, and is told.</summary>
    /// <param name="value">The value of a name in the address; null where it is not there.</param>
    /// <param name="prefix">Beginning of the names.</param>
    /// <param name="wrong">Gets the names whose values cannot be read.</param>
    public static BuyerFilter Read(
        Func<string, string?> value,
        string prefix = "",
        ICollection<string>? wrong = null
    )
    {
        return new()
        {
            Segment = Part(Segment, SegmentOf),
            WithDiscount = Part(Program, ProgramOf),
            AtLeast = Part(From, Units),
            Below = Part(Below, Units),
            FirstFrom = Part(FirstFrom, DayNumber.TryParse),
            FirstTo = Part(FirstTo, DayNumber.TryParse),
            Category = value(Name(prefix, Category)) is { Length: > 0 } category ? category : null,
        };

        T? Part<T>(string name, Func<string, T?> read)
            where T : struct
        {
            if (value(Name(prefix, name)) is not { Length: > 0 } text)
                return null;
            var part = read(text);
            if (part is null)
                wrong?.Add(Name(prefix, name));
            return part;
        }
    }

    /// <summary>The parts of a filter by name, those that restrict nothing left out.</summary>
    public static IEnumerable<(string Name, string Value)> Write(BuyerFilter filter, string prefix = "")
    {
        (string Name, string? Value)[] parts =
        [
            (Segment, filter.Segment?.ToString()),
            (
                Program,
                filter.WithDiscount is { } with
                    ? with
                        ? With
                        : Without
                    : null
            ),
            (From, UnitsOf(filter.AtLeast)),
            (Below, UnitsOf(filter.Below)),
            (FirstFrom, filter.FirstFrom?.ToString()),
            (FirstTo, filter.FirstTo?.ToString()),
            (Category, filter.Category),
        ];
        return parts.Where(p => p.Value is not null).Select(p => (Name(prefix, p.Name), p.Value!));
    }

    private static RfmSegment? SegmentOf(string text) =>
        Enum.TryParse<RfmSegment>(text, ignoreCase: true, out var segment) && Enum.IsDefined(segment)
            ? segment
            : null;

    private static bool? ProgramOf(string text) =>
        string.Equals(text, With, StringComparison.OrdinalIgnoreCase) ? true
        : string.Equals(text, Without, StringComparison.OrdinalIgnoreCase) ? false
        : null;

    private static Money? Units(string text) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var units
        )
        && decimal.Abs(units) <= MostUnits
        && decimal.Round(units, 4) == units
            ? Money.FromDecimal(units)
            : null;

    private static string? UnitsOf(Money? amount) => amount?.ToString();
}
