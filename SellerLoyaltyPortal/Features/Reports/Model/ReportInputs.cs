using System.Globalization;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Model;

/// <summary>
/// The values that a report was asked with. Thresholds are not held against the constructor's limits: looking at
/// one that nobody may launch does no harm. What is not given takes the report's own value when it is read, and
/// <see cref="Used"/> then tells both.
/// </summary>
public sealed class ReportInputs
{
    /// <summary>Whole units; beyond it sums would not be shown exactly.</summary>
    public const long HighestAmount = 1_000_000_000;

    /// <summary>Letters of a text at most.</summary>
    public const int LongestText = 200;

    private readonly Dictionary<string, string> _given;
    private readonly List<KeyValuePair<string, string>> _used = [];

    private ReportInputs(Dictionary<string, string> given) => _given = given;

    /// <summary>What was read so far, in that order, as it stands in an address.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Used => _used;

    /// <summary>Reads the values of an address. Says everything that is wrong.</summary>
    public static Result<ReportInputs> Parse(IReadOnlyList<ReportInput> inputs, Func<string, string?> valueOf)
    {
        var (given, errors) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<Error>());
        foreach (var input in inputs)
        {
            if (valueOf(input.Key) is not { Length: > 0 } text)
                continue;
            if (ErrorOf(input, text) is { } error)
                errors.Add(error);
            else
                given[input.Key] = text;
        }
        return errors.Count > 0 ? Result<ReportInputs>.Failure(errors) : new ReportInputs(given);
    }

    public bool Has(ReportInput input) => _given.ContainsKey(input.Key);

    public DayNumber Day(ReportInput input, DayNumber fallback) =>
        Note(input, DayNumber.TryParse(_given.GetValueOrDefault(input.Key)) ?? fallback);

    public Money Amount(ReportInput input, Money fallback) =>
        Note(
            input,
            Whole(_given.GetValueOrDefault(input.Key)) is { } units ? Money.FromUnits(units) : fallback
        );

    public Percent Percent(ReportInput input, Percent fallback)
    {
        var percent = Whole(_given.GetValueOrDefault(input.Key)) is { } whole
            ? Shared.Percent.FromWhole((int)whole)
            : fallback;
        Note(input, percent.ToDecimal().ToString("0.##", CultureInfo.InvariantCulture));
        return percent;
    }

    public T Choice<T>(ReportInput input, T fallback)
        where T : struct, Enum =>
        Note(
            input,
            Enum.TryParse<T>(_given.GetValueOrDefault(input.Key), true, out var value) ? value : fallback
        );

    /// <summary>Null where none was given.</summary>
    public long? Program(ReportInput input)
    {
        var number = Whole(_given.GetValueOrDefault(input.Key));
        Note(input, number?.ToString(CultureInfo.InvariantCulture) ?? "");
        return number;
    }

    /// <summary>Null where none was given; then nothing is told of it either.</summary>
    public T? ChoiceOrNone<T>(ReportInput input)
        where T : struct, Enum => Has(input) ? Choice(input, default(T)) : null;

    /// <inheritdoc cref="ChoiceOrNone"/>
    public DayNumber? DayOrNone(ReportInput input) => Has(input) ? Day(input, default) : null;

    /// <inheritdoc cref="ChoiceOrNone"/>
    public Money? AmountOrNone(ReportInput input) =>
        Has(input) ? Note(input, Exact(_given[input.Key])!.Value) : null;

    /// <inheritdoc cref="ChoiceOrNone"/>
    public string? TextOrNone(ReportInput input) => Has(input) ? Note(input, _given[input.Key]) : null;

    private T Note<T>(ReportInput input, T value)
    {
        _used.Add(new(input.Key, value?.ToString() ?? ""));
        return value;
    }

    private static Error? ErrorOf(ReportInput input, string text) =>
        input.Kind switch
        {
            ReportInputKind.Day => DayNumber.TryParse(text) is null
                ? new Error("DayInAddress", input.Key, input.Key)
                : null,
            ReportInputKind.Amount => Whole(text) is >= 1 and <= HighestAmount
                ? null
                : new Error("AmountInAddress", input.Key, input.Key, HighestAmount),
            ReportInputKind.Percent => Whole(text) is >= 1 and <= 100
                ? null
                : new Error("PercentInAddress", input.Key, input.Key),
            ReportInputKind.OptionalAmount => Exact(text) is null
                ? new Error("AmountInAddress", input.Key, input.Key, HighestAmount)
                : null,
            ReportInputKind.Text => text.Length > LongestText
                ? new Error("TextInAddress", input.Key, input.Key, LongestText)
                : null,
            ReportInputKind.Choice or ReportInputKind.OptionalChoice => input.Choices.Contains(
                text,
                StringComparer.OrdinalIgnoreCase
            )
                ? null
                : new Error("ChoiceInAddress", input.Key, input.Key, string.Join(", ", input.Choices)),
            ReportInputKind.Program => Whole(text) is null
                ? new Error("ProgramNumberInAddress", input.Key, input.Key)
                : null,
        };

    private static Money? Exact(string text) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var units
        )
        && decimal.Abs(units) <= HighestAmount
        && decimal.Round(units, 4) == units
            ? Money.FromDecimal(units)
            : null;

    private static long? Whole(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
