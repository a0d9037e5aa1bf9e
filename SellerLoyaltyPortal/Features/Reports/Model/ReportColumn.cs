namespace SellerLoyaltyPortal.Features.Reports.Model;

/// <summary>
/// A column of a report, defined once: its key stands in JSON, its title and explanation (by
/// <see cref="TextKey"/>) are read in the reader's language, its type decides how Excel, the page and JSON hold
/// its values.
/// </summary>
/// <param name="Key">Unique in its table, the same in every language.</param>
/// <param name="Type">What its cells hold; any cell may be empty.</param>
public sealed record ReportColumn(string Key, ReportType Type)
{
    /// <summary>Key of the texts <c>Column.…</c> and <c>Meaning.…</c>; shared by columns that are made by number.</summary>
    public string TextKey { get; init; } = Key;

    /// <summary>What stands for <c>{0}</c> in the title and in the explanation.</summary>
    public string? Argument { get; init; }

    /// <summary>Key of the text <c>Unit.…</c>; money and percent have theirs from the type.</summary>
    public string? Unit { get; init; }

    public int Decimals { get; init; }

    /// <summary>Whether the table's last row adds it up.</summary>
    public bool IsSummed { get; init; }

    public ReportShade Shade { get; init; }

    /// <summary>
    /// The formula in a spreadsheet, without "=", where <c>{0}</c> is the row's number; null for plain values. Its
    /// value must be the cell's.
    /// </summary>
    public string? Formula { get; init; }

    /// <summary>A spreadsheet's condition, as <see cref="Formula"/>, under which the cell is hatched.</summary>
    public string? HatchedWhen { get; init; }

    /// <summary>In characters.</summary>
    public double Width { get; init; } =
        Type switch
        {
            ReportType.Text => 26,
            ReportType.Number => 14,
            ReportType.Money => 18,
            ReportType.Percent => 13,
            ReportType.Date => 13,
        };

    public static ReportColumn Text(string key, double width = 26) =>
        new(key, ReportType.Text) { Width = width };

    public static ReportColumn Date(string key) => new(key, ReportType.Date);

    public static ReportColumn Percent(string key) => new(key, ReportType.Percent) { Decimals = 1 };

    public static ReportColumn Money(string key, bool isSummed = false) =>
        new(key, ReportType.Money) { IsSummed = isSummed };

    public static ReportColumn Number(string key, string? unit = null, bool isSummed = false) =>
        new(key, ReportType.Number) { Unit = unit, IsSummed = isSummed };

    public static ReportColumn Real(string key, string? unit = null) =>
        new(key, ReportType.Number) { Unit = unit, Decimals = 1 };
}
