using System.Reflection;
using ClosedXML.Excel;
using Microsoft.Extensions.Localization;

namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>
/// The workbook of qualifying and near buyers in the language of the current request: definitions first,
/// then a sheet for each of the two groups.
/// </summary>
internal sealed class QualifyingWorkbook(IStringLocalizer<ReportsText> texts)
{
    private static readonly string Version =
        typeof(QualifyingWorkbook)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion
        ?? "";

    /// <param name="report">What it says.</param>
    /// <param name="output">Takes the file.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <param name="mostRows">Rows a sheet holds; smaller in tests.</param>
    public void Write(
        QualifyingReport report,
        Stream output,
        CancellationToken cancellation,
        int mostRows = StreamedSheet.MostRows
    )
    {
        var sheets = new BuyersSheets(texts, report);
        List<SheetPart> parts = [.. sheets.Qualifying().Parts(mostRows), .. sheets.Near().Parts(mostRows)];
        using var template = new MemoryStream();
        using (var workbook = new XLWorkbook())
        {
            workbook.Properties.Title = texts["ReportTitle"];
            workbook.Properties.Subject = report.Access.Name;
            workbook.Properties.Author = texts["Author"];
            workbook.Properties.Comments = texts["Author"] + " " + Version;
            workbook.Properties.Created = report.CreatedAt.UtcDateTime;
            workbook.Properties.Modified = report.CreatedAt.UtcDateTime;
            new DefinitionsSheet(texts, report).Add(workbook, parts, Version);
            foreach (var part in parts)
                WorkbookTemplate.Add(
                    workbook,
                    part,
                    kind => CurrencyFormat.Of(kind, report.Access.Currency),
                    texts["TotalLabel"]
                );
            workbook.SaveAs(template);
        }
        template.Position = 0;
        StreamedWorkbook.Write(template, parts, output, cancellation);
    }
}
