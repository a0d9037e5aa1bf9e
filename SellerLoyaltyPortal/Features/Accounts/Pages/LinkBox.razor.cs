using Microsoft.AspNetCore.Components;

namespace SellerLoyaltyPortal.Features.Accounts.Pages;

public sealed partial class LinkBox
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>Relative to the portal.</summary>
    [Parameter, EditorRequired]
    public required string Link { get; set; }
}
