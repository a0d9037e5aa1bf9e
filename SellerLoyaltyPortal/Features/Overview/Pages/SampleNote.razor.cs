using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;

namespace SellerLoyaltyPortal.Features.Overview.Pages;

/// <summary>Says that the numbers are a sample's, and takes it out.</summary>
public sealed partial class SampleNote(
    SampleData sample,
    IStringLocalizer<OverviewText> texts,
    IStringLocalizer<PurchasesText> purchaseTexts
) : ComponentBase
{
    private bool _isThere;
    private bool _busy;
    private string? _error;

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    /// <summary>The sample was taken out.</summary>
    [Parameter]
    public EventCallback Removed { get; set; }

    private IStringLocalizer L => texts;

    protected override async Task OnInitializedAsync() =>
        _isThere = await sample.IsThereAsync(Access, CancellationToken.None);

    private async Task RemoveAsync()
    {
        (_busy, _error) = (true, null);
        var removed = await sample.RemoveAsync(Access, CancellationToken.None);
        _busy = false;
        if (!removed.IsSuccess)
        {
            _error = purchaseTexts.Explain(removed.Errors[0]);
            return;
        }
        _isThere = false;
        await Removed.InvokeAsync();
    }
}
