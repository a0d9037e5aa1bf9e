using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases.Marketplace;

namespace SellerLoyaltyPortal.Features.Purchases.Pages;

/// <summary>Marketplaces' reports that are kept beside the ledger: to download, and for owners to remove.</summary>
public sealed partial class MarketplaceReportsCard(
    MarketplaceReports reports,
    IStringLocalizer<PurchasesText> texts
) : ComponentBase
{
    private KeptReport? _asked;
    private string? _error;

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<KeptReport> Reports { get; set; }

    /// <summary>A report was removed.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private IStringLocalizer L => texts;

    private async Task RemoveAsync(KeptReport report)
    {
        _asked = null;
        var removed = await reports.RemoveAsync(Access, report.Id, CancellationToken.None);
        if (removed.IsSuccess)
            await Changed.InvokeAsync();
        else
            _error = L.Explain(removed.Errors[0]);
    }
}
