using SellerLoyaltyPortal.Features.Reports.Model;

namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>The beginning of a report as the page shows it: the first rows of each table, and all of its totals.</summary>
/// <param name="Report">What is not rows.</param>
/// <param name="Tables">As in the report.</param>
public sealed record ReportPreview(Report Report, IReadOnlyList<ReportPreview.Table> Tables)
{
    /// <param name="Name">Of the table.</param>
    /// <param name="Title">In the reader's language.</param>
    /// <param name="RowCount">Of the whole table.</param>
    /// <param name="Columns">Left to right.</param>
    /// <param name="Rows">The first ones.</param>
    /// <param name="Totals">Over the whole table; empty where nothing is summed.</param>
    public sealed record Table(
        string Name,
        string Title,
        int RowCount,
        IReadOnlyList<ReportColumn> Columns,
        IReadOnlyList<ReportCell[]> Rows,
        IReadOnlyList<ReportCell> Totals
    )
    {
        public bool HasTotals => Columns.Any(c => c.IsSummed);
    }
}
