using ClosedXML.Excel;
using SellerLoyaltyPortal.Features.Reports.Model;

namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>
/// The workbook as ClosedXML makes it, with charts added, and what is still to be put in: the rows of the tables,
/// formulas and exact values of figures, and the number of texts that were cut.
/// </summary>
internal sealed class WorkbookTemplate
{
    private WorkbookTemplate() { }

    public required Stream Content { get; init; }

    public required IReadOnlyList<SheetPart> Parts { get; init; }

    /// <summary>By the name of the sheet, then of the cell.</summary>
    public required IReadOnlyDictionary<string, Dictionary<string, CellPatch>> Patches { get; init; }

    public required string DefinitionsSheet { get; init; }

    public required string CutTextsCell { get; init; }

    public static WorkbookTemplate Of(Report report, ReportWords words, int mostRows)
    {
        // The schema's limits: names are compared without case, and Excel keeps one for itself.
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "History" };
        var definitionsName = CellName.Sheet(words.DefinitionsSheet, "", taken);
        var figures = report
            .Figures.Select(f => (Figures: f, SheetName: CellName.Sheet(f.Title, "", taken)))
            .ToList();
        var parts = report.Tables.SelectMany(t => SheetPart.Of(t, taken, mostRows)).ToList();
        var patches = new Dictionary<string, Dictionary<string, CellPatch>>(StringComparer.Ordinal);
        var definitions = new DefinitionsSheet(report, words);
        var content = new MemoryStream();
        using (var workbook = new XLWorkbook())
        {
            SetProperties(workbook, report, words);
            definitions.Add(workbook, definitionsName, figures, parts);
            patches[definitionsName] = definitions.Patches;
            foreach (var (of, name) in figures)
                patches[name] = FiguresSheet.Add(workbook, of, name, report.Access.Currency, words);
            foreach (var part in parts)
                TableSheet.Add(workbook, part, report.Access.Currency, words);
            workbook.SaveAs(content);
        }
        ChartParts.Add(content, parts, words);
        content.Position = 0;
        return new()
        {
            Content = content,
            Parts = parts,
            Patches = patches,
            DefinitionsSheet = definitionsName,
            CutTextsCell = definitions.CutTextsCell,
        };
    }

    private static void SetProperties(XLWorkbook workbook, Report report, ReportWords words)
    {
        workbook.Properties.Title = report.Title;
        workbook.Properties.Subject = report.Access.Name;
        workbook.Properties.Author = words.Author;
        workbook.Properties.Comments = words.Author + " " + PortalVersion.Text;
        workbook.Properties.Created = report.CreatedAt.UtcDateTime;
        workbook.Properties.Modified = report.CreatedAt.UtcDateTime;
    }
}
