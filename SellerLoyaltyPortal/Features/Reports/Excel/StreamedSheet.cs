namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>
/// A table of any length as one sheet, or several where a sheet can't hold it: rows are asked for one by
/// one while the file is written, so that a million of them need no memory.
/// </summary>
/// <param name="Name">Of the sheet, in the reader's language.</param>
/// <param name="Table">Of the Excel table; the same in every language.</param>
/// <param name="Columns">Left to right.</param>
/// <param name="RowCount">Rows without header and total.</param>
/// <param name="Cell">
/// Row from 0 and column to a value: <see cref="string"/>, <see cref="decimal"/> or null for an empty cell.
/// </param>
internal sealed record StreamedSheet(
    string Name,
    string Table,
    IReadOnlyList<SheetColumn> Columns,
    int RowCount,
    Func<int, int, object?> Cell
)
{
    /// <summary>Rows of a sheet in Excel, less header and total.</summary>
    public const int MostRows = 1_048_576 - 2;

    /// <summary>The parts that fit on a sheet each; one empty part when there are no rows.</summary>
    public IEnumerable<SheetPart> Parts(int mostRows)
    {
        var parts = Math.Max(1, (RowCount + mostRows - 1) / mostRows);
        for (var part = 0; part < parts; part++)
        {
            var suffix = part == 0 ? "" : FormattableString.Invariant($"{part + 1}");
            yield return new(
                this,
                Shortened(part == 0 ? Name : $"{Name} {suffix}"),
                Table + suffix,
                part * mostRows,
                Math.Min(mostRows, RowCount - part * mostRows)
            );
        }
    }

    // Excel's limit for the name of a sheet.
    private static string Shortened(string name) => name.Length <= 31 ? name : name[..31];
}
