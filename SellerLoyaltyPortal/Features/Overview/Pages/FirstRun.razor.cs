using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;

namespace SellerLoyaltyPortal.Features.Overview.Pages;

/// <summary>What a seller without purchases does first: import, check, a first draft; or tries it with a sample.</summary>
public sealed partial class FirstRun(
    SampleData sample,
    NavigationManager navigation,
    IStringLocalizer<OverviewText> texts,
    IStringLocalizer<PurchasesText> purchaseTexts
) : ComponentBase
{
    private bool _busy;
    private string? _error;

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    private IStringLocalizer L => texts;

    private async Task BringAsync()
    {
        (_busy, _error) = (true, null);
        var brought = await sample.BringAsync(Access, CancellationToken.None);
        _busy = false;
        if (brought.IsSuccess)
            navigation.NavigateTo(Access.Href("data"));
        else
            _error = brought.Errors[0] is { Code: SampleData.NotEmpty } own
                ? L.Explain(own)
                : purchaseTexts.Explain(brought.Errors[0]);
    }
}
