namespace SellerLoyaltyPortal.Features.Reports.Model;

/// <summary>Something that a report can be asked with; without it the report has a value of its own.</summary>
/// <param name="Key">Name in the address.</param>
/// <param name="Kind">What it may be.</param>
/// <param name="Choices">Where there are some to choose from.</param>
public sealed record ReportInput(string Key, ReportInputKind Kind, IReadOnlyList<string> Choices)
{
    /// <summary>Key of the text <c>Input.…</c>, for a name that means something else in another report.</summary>
    public string TextKey { get; init; } = Key;

    public static readonly ReportInput AsOf = new("asOf", ReportInputKind.Day, []);

    public static readonly ReportInput Threshold = new("threshold", ReportInputKind.Amount, []);

    public static readonly ReportInput Discount = new("discount", ReportInputKind.Percent, []);

    public static ReportInput Optional<T>(string key)
        where T : struct, Enum => new(key, ReportInputKind.OptionalChoice, Enum.GetNames<T>());

    public static ReportInput Choice<T>(string key)
        where T : struct, Enum => new(key, ReportInputKind.Choice, Enum.GetNames<T>());
}
