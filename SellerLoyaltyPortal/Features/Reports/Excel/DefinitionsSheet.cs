using ClosedXML.Excel;
using SellerLoyaltyPortal.Features.Reports.Model;

namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>
/// The first sheet: what the numbers mean, of when and under which rule, and how many rows there are. Each
/// value has a name of its own (<c>Def_AsOf</c>, …), the same in every language, for whoever reads the file
/// with a program.
/// </summary>
internal sealed class DefinitionsSheet(Report report, ReportWords words)
{
    private const double FirstWidth = 38;
    private const double SecondWidth = 34;
    private const double ThirdWidth = 80;

    private readonly Dictionary<IReadOnlyList<ReportColumn>, string> _explained = [];
    private int _row = 1;

    /// <summary>What is to be put in, by the name of the cell.</summary>
    public Dictionary<string, CellPatch> Patches { get; } = new(StringComparer.Ordinal);

    /// <summary>The cell that is to hold how many texts were cut: known only when all rows are written.</summary>
    public string CutTextsCell { get; private set; } = "";

    public void Add(
        XLWorkbook workbook,
        string sheetName,
        IReadOnlyList<(ReportFigures Figures, string SheetName)> figures,
        IReadOnlyList<SheetPart> parts
    )
    {
        var sheet = workbook.AddWorksheet(sheetName);
        sheet.Column(1).Width = FirstWidth;
        sheet.Column(2).Width = SecondWidth;
        sheet.Column(3).Width = ThirdWidth;
        var title = sheet.Cell(_row++, 1);
        title.SetValue(report.Title);
        title.Style.Font.Bold = true;
        title.Style.Font.FontSize = 15;
        foreach (var notice in report.Notices)
            Notice(sheet, notice);
        if (parts.Any(p => p.IsContinuation))
            Notice(sheet, words.ContinuationNotice);
        _row++;
        foreach (var fact in report.Facts)
            Fact(sheet, fact);
        Fact(sheet, words.RowCount(report.RowCount));
        Fact(sheet, words.CutTexts);
        CutTextsCell = CellName.Cell(1, _row - 1);
        _row++;
        Heads(sheet);
        foreach (var (sheetOf, name) in figures)
            Line(sheet, name, sheetOf.Title, words.FiguresMeaning);
        foreach (var part in parts)
            Columns(sheet, part);
        SheetStyle.Print(sheet, isLandscape: false);
    }

    private void Notice(IXLWorksheet sheet, string notice)
    {
        var line = sheet.Range(_row, 1, _row, 3).Merge();
        line.FirstCell().SetValue(notice);
        line.Style.Font.FontColor = SheetStyle.Warning;
        line.Style.Alignment.WrapText = true;
        SheetStyle.Height(sheet.Row(_row), (notice, FirstWidth + SecondWidth + ThirdWidth));
        _row++;
    }

    private void Fact(IXLWorksheet sheet, ReportFigure fact)
    {
        sheet.Cell(_row, 1).SetValue(fact.Label);
        var cell = sheet.Cell(_row, 2);
        FigureCell.Fill(cell, fact, report.Access.Currency);
        cell.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
        FigureCell.Note(sheet.Cell(_row, 3), fact.Note);
        SheetStyle.Height(
            sheet.Row(_row),
            (fact.Label, FirstWidth),
            (fact.Value.Text, SecondWidth),
            (fact.Note, ThirdWidth)
        );
        sheet.Row(_row).Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
        if (CellPatch.Of(fact) is { } patch)
            Patches[CellName.Cell(1, _row)] = patch;
        sheet.Workbook.NamedRanges.Add("Def_" + fact.Key, cell.AsRange());
        _row++;
    }

    private void Heads(IXLWorksheet sheet)
    {
        string[] heads = [words.SheetHead, words.ColumnHead, words.MeaningHead];
        for (var i = 0; i < heads.Length; i++)
        {
            sheet.Cell(_row, i + 1).SetValue(heads[i]);
            SheetStyle.Header(sheet.Cell(_row, i + 1), isText: true);
        }
        _row++;
    }

    private void Columns(IXLWorksheet sheet, SheetPart part)
    {
        var name = words.SheetRows(part.SheetName, part.RowCount);
        // Columns that are made by number mean the same: the first of them is explained for all.
        var explained = part.IsContinuation
            ? part.Table.Columns.Take(0)
            : part.Table.Columns.DistinctBy(c => c.TextKey, StringComparer.Ordinal);
        if (!part.IsContinuation && !_explained.TryAdd(part.Table.Columns, part.SheetName))
        {
            Line(sheet, name, "", words.SameColumns(_explained[part.Table.Columns]));
            return;
        }
        var any = false;
        foreach (var column in explained)
        {
            Line(sheet, any ? "" : name, words.TitleOfAll(column), words.Meaning(column));
            any = true;
        }
        if (!any)
            Line(sheet, name, "", words.ContinuationMeaning);
    }

    private void Line(IXLWorksheet sheet, string first, string second, string third)
    {
        sheet.Cell(_row, 1).SetValue(first);
        sheet.Cell(_row, 1).Style.Font.Bold = true;
        sheet.Cell(_row, 1).Style.Alignment.WrapText = true;
        sheet.Cell(_row, 2).SetValue(second);
        sheet.Cell(_row, 2).Style.Alignment.WrapText = true;
        FigureCell.Note(sheet.Cell(_row, 3), third);
        SheetStyle.Height(
            sheet.Row(_row),
            (first, FirstWidth * 0.9),
            (second, SecondWidth),
            (third, ThirdWidth)
        );
        sheet.Row(_row++).Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
    }
}
