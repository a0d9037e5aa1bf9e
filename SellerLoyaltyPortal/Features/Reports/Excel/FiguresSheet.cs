using ClosedXML.Excel;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>
/// Named values one beneath the other. Cells to be changed are yellow; formulas are put in afterwards
/// (<see cref="StreamedWorkbook"/>), beside the portal's values, because ClosedXML would calculate them anew.
/// </summary>
internal static class FiguresSheet
{
    private const int FirstRow = 2;
    private const double LabelWidth = 46;
    private const double NoteWidth = 84;

    /// <returns>What is to be put in, by the name of the cell.</returns>
    public static Dictionary<string, CellPatch> Add(
        XLWorkbook workbook,
        ReportFigures figures,
        string sheetName,
        Currency currency,
        ReportWords words
    )
    {
        var sheet = workbook.AddWorksheet(sheetName);
        sheet.Column(1).Width = LabelWidth;
        sheet.Column(2).Width = 20;
        sheet.Column(3).Width = NoteWidth;
        string[] heads = [words.FigureHead, words.ValueHead, words.MeaningHead];
        for (var i = 0; i < heads.Length; i++)
        {
            sheet.Cell(1, i + 1).SetValue(heads[i]);
            SheetStyle.Header(sheet.Cell(1, i + 1), isText: i != 1);
        }
        var patches = new Dictionary<string, CellPatch>(StringComparer.Ordinal);
        for (var i = 0; i < figures.Items.Count; i++)
        {
            var (figure, row) = (figures.Items[i], FirstRow + i);
            sheet.Cell(row, 1).SetValue(figure.Label);
            var cell = sheet.Cell(row, 2);
            FigureCell.Fill(cell, figure, currency);
            cell.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
            if (figure.IsInput)
            {
                cell.Style.Fill.BackgroundColor = SheetStyle.InputFill;
                cell.Style.Font.FontColor = SheetStyle.InputText;
            }
            FigureCell.Note(sheet.Cell(row, 3), figure.Note);
            sheet.Cell(row, 3).Style.Alignment.Indent = 1;
            sheet.Row(row).Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
            SheetStyle.Height(sheet.Row(row), (figure.Label, LabelWidth), (figure.Note, NoteWidth));
            workbook.NamedRanges.Add($"{figures.Name}_{figure.Key}", cell.AsRange());
            if (CellPatch.Of(figure) is { } patch)
                patches[CellName.Cell(1, row)] = patch;
        }
        sheet.SheetView.FreezeRows(1);
        SheetStyle.Print(sheet, isLandscape: true);
        return patches;
    }
}
