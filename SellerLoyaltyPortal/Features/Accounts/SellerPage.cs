using Microsoft.AspNetCore.Components;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>
/// Base of every page of a seller: the address names the seller, the frame cascades the person's access to
/// it. A page is made anew when the seller changes.
/// </summary>
public abstract class SellerPage : ComponentBase
{
    /// <summary>The slug in the address; pages use <see cref="Access"/> instead.</summary>
    [Parameter]
    public string Seller { get; set; } = "";

    [CascadingParameter]
    public SellerAccess Access { get; set; } = default!;
}
