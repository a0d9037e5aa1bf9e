using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Features.Accounts.Mail;

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

    [Parameter, EditorRequired]
    public required string Email { get; set; }

    /// <summary>Null where no mail server is set.</summary>
    [Parameter, EditorRequired]
    public required LinkDelivery? Delivery { get; set; }
}
