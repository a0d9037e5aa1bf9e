using System.Globalization;
using ClosedXML.Excel;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>
/// A table's sheet as ClosedXML makes it: everything except the rows. It has the header, one row that carries the
/// styles, and the total; <see cref="StreamedWorkbook"/> puts the rows in.
/// </summary>
internal static class TableSheet
{
    /// <summary>Columns that stay in sight: as far as the first name of a row.</summary>
    private const int MostFrozenColumns = 2;

    public static void Add(XLWorkbook workbook, SheetPart part, Currency currency, ReportWords words)
    {
        var sheet = workbook.AddWorksheet(part.SheetName);
        var columns = part.Table.Columns;
        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            var isText = column.Type == ReportType.Text;
            sheet.Column(i + 1).Width = column.Width;
            sheet.Cell(1, i + 1).SetValue(words.Title(column));
            SheetStyle.Header(sheet.Cell(1, i + 1), isText);
            var sample = sheet.Cell(2, i + 1);
            if (isText)
                sample.SetValue("-");
            else
                sample.SetValue(0);
            sample.Style.NumberFormat.Format = CellFormat.Of(column.Type, column.Decimals, currency);
            // Excel then keeps the text a text also when somebody edits the cell.
            sample.Style.IncludeQuotePrefix = isText;
            // Away from the numbers that end at the border before it.
            if (isText && i > 0)
                sample.Style.Alignment.Indent = sheet.Cell(1, i + 1).Style.Alignment.Indent = 1;
        }
        // Bold letters are wider.
        SheetStyle.Height(sheet.Row(1), [.. columns.Select(c => (words.Title(c), c.Width * 0.85 - 2))]);
        AddTable(sheet, part, currency, words.TotalLabel);
        AddColours(sheet, part);
        sheet.SheetView.Freeze(1, columns is [{ Type: ReportType.Text }, ..] ? 1 : IndexOfText(columns));
        SheetStyle.Print(sheet, isLandscape: true);
        sheet.PageSetup.SetRowsToRepeatAtTop(1, 1);
    }

    private static int IndexOfText(IReadOnlyList<ReportColumn> columns) =>
        columns.Count > 1 && columns[1].Type == ReportType.Text ? MostFrozenColumns : 0;

    private static void AddTable(IXLWorksheet sheet, SheetPart part, Currency currency, string totalLabel)
    {
        var columns = part.Table.Columns;
        var table = sheet.Range(1, 1, 2, columns.Count).CreateTable(part.TableName);
        table.Theme = XLTableTheme.TableStyleLight1;
        table.ShowTotalsRow = true;
        for (var i = 0; i < columns.Count; i++)
        {
            var total = sheet.Cell(3, i + 1);
            total.Style.Font.Bold = true;
            if (columns[i].IsSummed)
            {
                table.Field(i).TotalsRowFunction = XLTotalsRowFunction.Sum;
                total.Style.NumberFormat.Format = CellFormat.Of(
                    columns[i].Type,
                    columns[i].Decimals,
                    currency
                );
            }
            else if (i == 0)
                table.Field(i).TotalsRowLabel = totalLabel;
        }
    }

    private static void AddColours(IXLWorksheet sheet, SheetPart part)
    {
        var columns = part.Table.Columns;
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].HatchedWhen is { } condition)
            {
                var hatched = Area(i, i).AddConditionalFormat();
                hatched.SetStopIfTrue();
                hatched
                    .WhenIsTrue(string.Format(CultureInfo.InvariantCulture, condition, 2))
                    .Fill.SetBackgroundColor(SheetStyle.Hatched);
            }
            if (columns[i].Shade == ReportShade.Bar)
                Area(i, i).AddConditionalFormat().DataBar(SheetStyle.Bar).LowestValue().HighestValue();
        }
        var heat = Enumerable
            .Range(0, columns.Count)
            .Where(i => columns[i].Shade == ReportShade.Heat)
            .ToList();
        if (heat.Count > 0)
            Area(heat[0], heat[^1])
                .AddConditionalFormat()
                .ColorScale()
                .LowestValue(SheetStyle.HeatLow)
                .HighestValue(SheetStyle.HeatHigh);

        IXLRange Area(int first, int last) => sheet.Range(2, first + 1, part.LastRow, last + 1);
    }
}
