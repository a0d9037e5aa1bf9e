using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Purchases.Pages;

/// <summary>A report, as said to the owner of the file.</summary>
public sealed partial class ImportReportView(IStringLocalizer<PurchasesText> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    [Parameter, EditorRequired]
    public required ImportReport Report { get; set; }

    private IStringLocalizer L => texts;

    /// <summary>A row may have several errors.</summary>
    private long ErrorCount => Report.ErrorGroups.Sum(g => g.Count);

    private string DialectName =>
        Report.Dialect.IsWorkbook
            ? L["DialectWorkbook"]
            : $"{Report.Dialect.Encoding}, {L["Delimiter" + DialectText.Name(Report.Dialect.Delimiter)].Value}";

    private string Sentence =>
        (Report.Mode, Report.ErrorRows) switch
        {
            (ImportMode.Check, 0) => L.Plural("SaysCheckedGood", Report.LinesAdded + Report.LinesCorrected),
            (ImportMode.Check, _) => L.Plural("SaysCheckedBad", Report.ErrorRows),
            (ImportMode.AllOrNothing, > 0) => L.Plural("SaysRefused", Report.ErrorRows),
            _ when Report.LinesAdded + Report.LinesCorrected == 0 => L["SaysNothingNew"],
            _ => L.Plural("SaysStored", Report.LinesAdded + Report.LinesCorrected),
        };

    private string GroupText(RowErrorGroup group)
    {
        var reason = L["Row" + group.Reason].Value;
        var what = group.Column.Length == 0 ? reason : $"{group.Column}: {reason}";
        return $"{what} – {L.Plural("RowsCount", group.Count)}";
    }
}
