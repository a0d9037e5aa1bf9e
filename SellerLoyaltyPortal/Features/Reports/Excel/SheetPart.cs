using System.Globalization;
using SellerLoyaltyPortal.Features.Reports.Model;

namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>The rows of a table that stand on one sheet.</summary>
/// <param name="Table">The whole table.</param>
/// <param name="SheetName">Of this sheet, in the reader's language.</param>
/// <param name="TableName">Of the Excel table on this sheet; the same in every language.</param>
/// <param name="FirstRow">Index of its first row in the whole table.</param>
/// <param name="RowCount">Rows on this sheet.</param>
internal sealed record SheetPart(
    ReportTable Table,
    string SheetName,
    string TableName,
    int FirstRow,
    int RowCount
)
{
    /// <summary>Rows of a sheet in Excel, less header and total.</summary>
    public const int MostRows = 1_048_576 - 2;

    public bool IsContinuation => FirstRow > 0;

    /// <summary>Number of the sheet's last row of values; a table without any has an empty one.</summary>
    public int LastRow => 1 + Math.Max(1, RowCount);

    /// <summary>The parts of a table that fit on a sheet each; one empty part when there are no rows.</summary>
    public static IEnumerable<SheetPart> Of(ReportTable table, ISet<string> takenNames, int mostRows)
    {
        var parts = Math.Max(1, (int)(((long)table.RowCount + mostRows - 1) / mostRows));
        for (var part = 0; part < parts; part++)
        {
            var suffix = part == 0 ? "" : (part + 1).ToString(CultureInfo.InvariantCulture);
            yield return new(
                table,
                CellName.Sheet(table.Title, suffix, takenNames),
                part == 0 ? table.Name : table.Name + "_" + suffix,
                part * mostRows,
                Math.Min(mostRows, table.RowCount - part * mostRows)
            );
        }
    }
}
