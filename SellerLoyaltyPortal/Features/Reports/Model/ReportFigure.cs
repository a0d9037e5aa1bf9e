namespace SellerLoyaltyPortal.Features.Reports.Model;

/// <summary>A single value with its name and what it means: a fact about the report, or a result.</summary>
/// <param name="Key">The same in every language; names the cell in Excel.</param>
/// <param name="Type">How it is shown.</param>
/// <param name="Value">Nothing where it is not known.</param>
public sealed record ReportFigure(string Key, ReportType Type, ReportCell Value)
{
    public required string Label { get; init; }

    public required string Note { get; init; }

    public int Decimals { get; init; }

    /// <summary>In a spreadsheet, without "=": names the cells of other figures. Its value is <see cref="Value"/>.</summary>
    public string? Formula { get; init; }

    /// <summary>Meant to be changed by whoever reads the spreadsheet.</summary>
    public bool IsInput { get; init; }
}
