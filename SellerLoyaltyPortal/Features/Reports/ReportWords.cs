using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>The words of reports in the language of the current request or circuit.</summary>
public sealed class ReportWords(IStringLocalizer<ReportsText> texts)
{
    public string Author => texts["Author"];

    public string DefinitionsSheet => texts["SheetDefinitions"];

    public string TotalLabel => texts["TotalLabel"];

    public string SheetHead => texts["SheetAndRows"];

    public string ColumnHead => texts["ColumnHead"];

    public string MeaningHead => texts["MeaningHead"];

    public string FigureHead => texts["FigureHead"];

    public string ValueHead => texts["ValueHead"];

    public string FiguresMeaning => texts["FiguresMeaning"];

    public string ContinuationNotice => texts["ContinuationNotice"];

    public string ContinuationMeaning => texts["ContinuationMeaning"];

    /// <summary>The columns of a table are those of another, which has explained them.</summary>
    public string SameColumns(string sheet) => texts["SameColumns", sheet];

    /// <summary>How many texts were longer than a cell; the number itself comes when the rows are written.</summary>
    public ReportFigure CutTexts => Fact("CutTexts", 0);

    public ReportFigure RowCount(long rows) => Fact("RowCount", rows);

    public string Report(ReportDefinition definition) => texts["Report." + definition.Name];

    /// <summary>What the report answers.</summary>
    public string Question(ReportDefinition definition) => texts["ReportQuestion." + definition.Name];

    public string Table(ReportShape shape) => texts["Table." + shape.Name];

    public string Title(ReportColumn column) => texts["Column." + column.TextKey, column.Argument ?? ""];

    /// <summary>The title for all columns that are made by number.</summary>
    public string TitleOfAll(ReportColumn column) =>
        texts["Column." + column.TextKey, column.Argument is null ? "" : "N"];

    public string Meaning(ReportColumn column) =>
        texts["Meaning." + column.TextKey, column.Argument is null ? "" : "N"];

    /// <summary>What its numbers count; empty where there is nothing to say.</summary>
    public string Unit(ReportColumn column, Currency currency) =>
        column.Type switch
        {
            ReportType.Money => currency.Code,
            ReportType.Percent => "%",
            ReportType.Text or ReportType.Date => "",
            ReportType.Number => column.Unit is { } unit ? texts["Unit." + unit] : "",
        };

    public string Input(ReportInput input) => texts["Input." + input.TextKey];

    public string Choice(string choice) => texts["Choice." + choice];

    public string SheetRows(string sheet, int rows) => texts.Plural("SheetRows", rows, sheet);

    private ReportFigure Fact(string key, long value) =>
        new(key, ReportType.Number, ReportCell.Of(value))
        {
            Label = texts["Def." + key],
            Note = texts["DefNote." + key],
        };
}
