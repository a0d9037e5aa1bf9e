using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;

namespace SellerLoyaltyPortal.Features.Purchases.Pages;

/// <summary>What was found in a file, each with its rows.</summary>
public sealed partial class FindingList(IStringLocalizer<PurchasesText> texts) : ComponentBase
{
    private const int MostCharacters = 20_000;

    [Parameter, EditorRequired]
    public required IReadOnlyList<ImportFinding> Findings { get; set; }

    private IStringLocalizer L => texts;

    /// <summary>Row numbers that fit on a page; that there are more is said by the dots.</summary>
    public static string Cut(string rows) =>
        rows.Length <= MostCharacters ? rows : rows[..rows.LastIndexOf(',', MostCharacters)] + ", …";

    private string Counts(ImportFinding finding)
    {
        var count = L.Plural("RowsCount", finding.Count);
        return finding.LeftOut == 0 ? count
            : finding.LeftOut == finding.Count ? $"{count}, {L["AllLeftOut"]}"
            : $"{count}, {L["SomeLeftOut", Display.Count(finding.LeftOut)]}";
    }
}
