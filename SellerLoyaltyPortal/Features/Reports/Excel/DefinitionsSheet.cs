using ClosedXML.Excel;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>
/// The first sheet: what the numbers mean, of when and under which rule, and how many rows there are. Each
/// value has a name of its own (<c>Def_AsOf</c>, …), the same in every language, for whoever reads the file
/// with a program.
/// </summary>
internal sealed class DefinitionsSheet(IStringLocalizer<ReportsText> texts, QualifyingReport report)
{
    private const string DateFormat = "dd.mm.yyyy";
    private int _row;

    public void Add(XLWorkbook workbook, IReadOnlyList<SheetPart> parts, string version)
    {
        var sheet = workbook.AddWorksheet(texts["SheetDefinitions"]);
        sheet.Column(1).Width = 34;
        sheet.Column(2).Width = 30;
        sheet.Column(3).Width = 78;
        sheet.Cell(1, 1).SetValue(texts["ReportTitle"].Value);
        sheet.Cell(1, 1).Style.Font.Bold = true;
        sheet.Cell(1, 1).Style.Font.FontSize = 15;
        _row = 2;
        foreach (var notice in Notices())
        {
            var cell = sheet.Cell(_row++, 1);
            cell.SetValue(notice);
            cell.Style.Font.FontColor = XLColor.FromHtml("#B54708");
        }
        _row++;
        AddFacts(sheet, version);
        _row++;
        AddColumns(sheet, parts);
        sheet.PageSetup.FitToPages(1, 0);
    }

    /// <summary>What a reader must know before trusting a number.</summary>
    private IEnumerable<string> Notices()
    {
        if (report.Ledger is not { } ledger)
            yield return texts["NoticeEmpty"];
        else
        {
            var asOf = report.Totals.AsOf;
            if (report.Totals.BuyerCount == 0)
                yield return texts["NoticeNothingInWindow", Display.Range(report.Totals.Window)];
            else if (asOf - ledger.Last > 30)
                yield return texts.Plural("NoticeOld", asOf - ledger.Last, Display.Date(ledger.Last));
            if (report.Access.DemoShiftDays is { } shift and not 0)
                yield return texts.Plural(
                    "NoticeDemo",
                    shift,
                    Display.Range(new(ledger.First - shift, ledger.Last - shift))
                );
        }
    }

    private void AddFacts(IXLWorksheet sheet, string version)
    {
        var (totals, buyers) = (report.Totals, report.Buyers);
        var (rule, currency) = (totals.Rule, report.Access.Currency);
        var money = CurrencyFormat.Of(currency);
        Fact(sheet, "Seller", report.Access.Name);
        Fact(sheet, "AsOf", totals.AsOf);
        Fact(sheet, "WindowFirst", totals.Window.First);
        Fact(sheet, "WindowLast", totals.Window.Last);
        Fact(sheet, "WindowDays", rule.WindowDays, "0");
        Fact(sheet, "TimeZone", report.Access.Calendar.Zone.Id);
        Fact(sheet, "PriceBase", texts["PriceBase." + rule.PriceBase].Value);
        Fact(sheet, "ReturnRule", texts["ReturnRule." + rule.ReturnRule].Value);
        Fact(sheet, "Boundary", texts["Boundary." + rule.Boundary].Value);
        Fact(sheet, "CountDiscounted", texts[rule.CountDiscounted ? "Yes" : "No"].Value);
        Fact(sheet, "Currency", currency.Code);
        Fact(sheet, "Threshold", report.Threshold.ToDecimal(), money);
        Fact(sheet, "Discount", report.Discount.ToDecimal() / 100, "0.##%");
        Fact(sheet, "TypicalOrder", report.TypicalOrder?.ToDecimal(), money);
        Fact(sheet, "BuyersInWindow", totals.BuyerCount, "#,##0");
        Fact(sheet, "RevenueInWindow", totals.Revenue.ToDecimal(), money);
        Fact(sheet, "QualifyingCount", buyers.QualifyingCount, "#,##0");
        Fact(sheet, "QualifyingTotal", report.QualifyingTotal.ToDecimal(), money);
        Fact(sheet, "QualifyingShare", Share(buyers.QualifyingCount, totals.BuyerCount), "0.0%");
        Fact(
            sheet,
            "RevenueShare",
            Share(report.QualifyingTotal.ToDecimal(), totals.Revenue.ToDecimal()),
            "0.0%"
        );
        Fact(sheet, "NearCount", buyers.NearCount, "#,##0");
        Fact(sheet, "LedgerFirst", report.Ledger?.First);
        Fact(sheet, "LedgerLast", report.Ledger?.Last);
        Fact(sheet, "LedgerSequence", report.LedgerSequence, "0");
        Fact(sheet, "CreatedAt", Display.Moment(report.CreatedAt, report.Access.Calendar));
        Fact(sheet, "PortalVersion", version);
    }

    private void AddColumns(IXLWorksheet sheet, IReadOnlyList<SheetPart> parts)
    {
        string[] heads = [texts["SheetAndRows"], texts["ColumnHead"], texts["MeaningHead"]];
        for (var i = 0; i < heads.Length; i++)
        {
            sheet.Cell(_row, i + 1).SetValue(heads[i]);
            sheet.Cell(_row, i + 1).Style.Font.Bold = true;
        }
        _row++;
        foreach (var part in parts)
        {
            sheet.Cell(_row, 1).SetValue(texts.Plural("SheetRows", part.RowCount, part.Name));
            foreach (var column in part.Sheet.Columns)
            {
                sheet.Cell(_row, 2).SetValue(column.Header);
                sheet.Cell(_row, 3).SetValue(column.Meaning);
                sheet.Cell(_row, 3).Style.Alignment.WrapText = true;
                sheet.Row(_row++).Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
            }
        }
    }

    private void Fact(IXLWorksheet sheet, string key, object? value, string? format = null)
    {
        sheet.Cell(_row, 1).SetValue(texts["Def." + key].Value);
        sheet.Cell(_row, 3).SetValue(texts["DefNote." + key].Value);
        sheet.Cell(_row, 3).Style.Alignment.WrapText = true;
        sheet.Cell(_row, 3).Style.Font.FontColor = XLColor.FromHtml("#5B6474");
        var cell = sheet.Cell(_row, 2);
        cell.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
        switch (value)
        {
            case null:
                cell.SetValue("–");
                break;
            case string text:
                cell.Style.NumberFormat.Format = "@";
                cell.Style.IncludeQuotePrefix = true;
                cell.SetValue(CellText.Encode(text));
                break;
            case DayNumber day:
                cell.SetValue(day.ToDate().ToDateTime(TimeOnly.MinValue));
                cell.Style.NumberFormat.Format = DateFormat;
                break;
            default:
                cell.SetValue(Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture));
                cell.Style.NumberFormat.Format = format!;
                break;
        }
        sheet.Row(_row).Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
        sheet.Workbook.NamedRanges.Add("Def_" + key, cell.AsRange());
        _row++;
    }

    private static decimal? Share(decimal part, decimal whole) => whole > 0 ? part / whole : null;
}
