namespace SellerLoyaltyPortal.Features.Reports.Model;

/// <summary>A line over the rows of a table, drawn by the spreadsheet from its cells.</summary>
/// <param name="X">Key of the column to the right.</param>
/// <param name="Lines">Keys of the columns upwards, the first the strongest.</param>
public sealed record ReportChart(string X, IReadOnlyList<string> Lines)
{
    /// <summary>Each step as wide as the tenth of the next: for thresholds.</summary>
    public bool IsLogarithmic { get; init; }
}
