using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Frame;

/// <summary>Which seller the page is about, and the way to the person's others.</summary>
public sealed partial class SellerSwitcher : ComponentBase
{
    [Parameter, EditorRequired]
    public required SellerAccess Current { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<SellerAccess> Sellers { get; set; }

    private static string Describe(SellerAccess seller) =>
        $"{seller.Currency.Symbol} · {seller.Calendar.Zone.Id}";
}
