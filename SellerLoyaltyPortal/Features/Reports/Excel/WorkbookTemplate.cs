using ClosedXML.Excel;

namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>
/// The workbook as ClosedXML makes it: everything except the rows of the streamed sheets, of which it has
/// the header, one row that carries the styles, and the total. <see cref="StreamedWorkbook"/> puts the rows
/// in.
/// </summary>
internal static class WorkbookTemplate
{
    private const string HeaderColor = "#E8EDFF";

    /// <summary>Adds an empty sheet in the form of a part.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="part">What the sheet is to hold.</param>
    /// <param name="formats">Number format of each kind of column.</param>
    /// <param name="totalLabel">What the last row is called.</param>
    public static void Add(
        XLWorkbook workbook,
        SheetPart part,
        Func<CellKind, string> formats,
        string totalLabel
    )
    {
        var sheet = workbook.AddWorksheet(part.Name);
        var columns = part.Sheet.Columns;
        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            sheet.Column(i + 1).Width = column.Width;
            var header = sheet.Cell(1, i + 1);
            header.SetValue(column.Header);
            header.Style.Font.Bold = true;
            header.Style.Fill.BackgroundColor = XLColor.FromHtml(HeaderColor);
            header.Style.Alignment.WrapText = true;
            header.Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
            var isText = column.Kind == CellKind.Text;
            header.Style.Alignment.Horizontal = isText
                ? XLAlignmentHorizontalValues.Left
                : XLAlignmentHorizontalValues.Right;
            var sample = sheet.Cell(2, i + 1);
            if (isText)
                sample.SetValue("-");
            else
                sample.SetValue(0);
            sample.Style.NumberFormat.Format = formats(column.Kind);
            // Excel then keeps the text a text also when somebody edits the cell.
            sample.Style.IncludeQuotePrefix = isText;
        }
        var table = sheet.Range(1, 1, 2, columns.Count).CreateTable(part.Table);
        table.Theme = XLTableTheme.TableStyleLight1;
        table.ShowTotalsRow = true;
        for (var i = 0; i < columns.Count; i++)
        {
            var total = sheet.Cell(3, i + 1);
            total.Style.Font.Bold = true;
            if (columns[i].IsSummed)
            {
                table.Field(i).TotalsRowFunction = XLTotalsRowFunction.Sum;
                total.Style.NumberFormat.Format = formats(columns[i].Kind);
            }
            else if (i == 0)
                table.Field(i).TotalsRowLabel = totalLabel;
        }
        sheet.SheetView.FreezeRows(1);
        sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        sheet.PageSetup.FitToPages(1, 0);
        sheet.PageSetup.SetRowsToRepeatAtTop(1, 1);
    }
}
