using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts.Mail;

namespace SellerLoyaltyPortal.Features.Accounts.Pages;

/// <summary>Invites a person to the seller and shows the link to hand over.</summary>
public sealed partial class InviteForm(
    InviteMember invite,
    LinkMail mail,
    IStringLocalizer<AccountsText> texts
) : ComponentBase
{
    private string _email = "";
    private SellerRole _role = SellerRole.Analyst;
    private string? _error;
    private bool _busy;
    private Invitation? _invitation;
    private LinkDelivery? _delivery;

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    /// <summary>Somebody was invited.</summary>
    [Parameter]
    public EventCallback Invited { get; set; }

    private IStringLocalizer L => texts;

    private void OnEmailChanged(ChangeEventArgs e)
    {
        _email = (e.Value as string ?? "").Trim();
        _invitation = null;
        _error = InviteMember.Validate(_email) is { } wrong ? texts.Explain(wrong) : null;
    }

    private async Task InviteAsync()
    {
        if (_busy)
            return;
        _busy = true;
        var outcome = await invite.RunAsync(Access, _email, _role, CancellationToken.None);
        _delivery =
            outcome.TryGet(out var made) && made.Link is { } link
                ? await mail.SendAsync(made.Email, link, isInvitation: true, CancellationToken.None)
                : null;
        _busy = false;
        _error = outcome.IsSuccess ? null : texts.Explain(outcome.Errors[0]);
        if (!outcome.TryGet(out _invitation))
            return;
        _email = "";
        await Invited.InvokeAsync();
    }
}
