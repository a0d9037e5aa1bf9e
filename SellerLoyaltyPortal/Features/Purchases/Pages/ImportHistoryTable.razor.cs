using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Purchases.Pages;

/// <summary>Who imported what and when.</summary>
public sealed partial class ImportHistoryTable(IStringLocalizer<PurchasesText> texts) : ComponentBase
{
    private long? _open;

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<ImportHistoryRow> Rows { get; set; }

    private IStringLocalizer L => texts;
}
