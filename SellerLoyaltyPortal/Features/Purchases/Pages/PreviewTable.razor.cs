using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases.Mapping;

namespace SellerLoyaltyPortal.Features.Purchases.Pages;

/// <summary>The first rows of a file as they will be stored.</summary>
public sealed partial class PreviewTable(IStringLocalizer<PurchasesText> texts) : ComponentBase
{
    private const int MostCharacters = 16;

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<PreviewRow> Rows { get; set; }

    private IStringLocalizer L => texts;

    private int Good => Rows.Count(r => r.Line is not null);

    private static string Short(string text) =>
        text.Length <= MostCharacters ? text : text[..MostCharacters] + "…";

    private string Why(PreviewRow row) =>
        row.Errors.Count > 0
            ? string.Join(
                "; ",
                row.Errors.Select(e =>
                    e.Column.Length == 0
                        ? L["Row" + e.Reason].Value
                        : $"{e.Column} «{e.Value}»: {L["Row" + e.Reason].Value}"
                )
            )
            : $"{L["PreviewLeftOut"].Value} {(row.LeftOut is { } why ? L["Finding" + why].Value : "")}";
}
