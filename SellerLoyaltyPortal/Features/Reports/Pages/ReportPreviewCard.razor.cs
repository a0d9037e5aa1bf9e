using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Charts;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Pages;

/// <summary>One table of a report at a time.</summary>
public sealed partial class ReportPreviewCard(ReportWords words, IStringLocalizer<ReportsText> texts)
    : ComponentBase
{
    [Parameter, EditorRequired]
    public required ReportPreview Preview { get; set; }

    /// <summary>Name of the table or figures to show; the first ones where there are none of that name.</summary>
    [Parameter]
    public string? Chosen { get; set; }

    /// <summary>The address that shows a table.</summary>
    [Parameter, EditorRequired]
    public required Func<string, string> LinkTo { get; set; }

    private IStringLocalizer<ReportsText> L => texts;

    private Currency Currency => Preview.Report.Access.Currency;

    private IEnumerable<(string Name, string Title, string? Rows)> Tabs =>
        Preview
            .Report.Figures.Select(f => (f.Name, f.Title, (string?)null))
            .Concat(Preview.Tables.Select(t => (t.Name, t.Title, (string?)Display.Count(t.RowCount))));

    private string Shown => Tabs.Any(t => t.Name == Chosen) ? Chosen! : Tabs.First().Name;

    private ReportFigures? Figures => Preview.Report.Figures.FirstOrDefault(f => f.Name == Shown);

    private ReportPreview.Table? Table => Preview.Tables.FirstOrDefault(t => t.Name == Shown);

    private static string ClassOf(ReportColumn column) => column.Type == ReportType.Text ? "" : "num";

    private string Show(ReportCell cell, ReportColumn column) =>
        ReportCellText.Of(cell, column.Type, column.Decimals, Currency);

    private string TotalText(ReportPreview.Table table, int column) =>
        table.Columns[column].IsSummed ? Show(table.Totals[column], table.Columns[column]) : "";

    private string HeatOf(ReportCell cell)
    {
        var strongest = Table!
            .Rows.SelectMany(row => row.Where((_, i) => Table.Columns[i].Shade == ReportShade.Heat))
            .Select(c => c.AsNumber())
            .DefaultIfEmpty(0)
            .Max();
        return Svg.Number(strongest > 0 ? Math.Clamp(cell.AsNumber() / strongest, 0, 1) : 0);
    }
}
