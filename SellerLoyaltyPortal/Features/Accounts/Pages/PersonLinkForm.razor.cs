using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts.Mail;

namespace SellerLoyaltyPortal.Features.Accounts.Pages;

/// <summary>A one-time link for somebody who forgot the password or whose invitation has expired.</summary>
public sealed partial class PersonLinkForm(
    MakeLinkForPerson make,
    EndPersonsSignIns endSignIns,
    LinkMail mail,
    IStringLocalizer<AccountsText> texts
) : ComponentBase
{
    private string _email = "";
    private string _madeFor = "";
    private string? _error;
    private string? _link;
    private string? _ended;
    private LinkDelivery? _delivery;

    [CascadingParameter]
    private Task<AuthenticationState> Person { get; set; } = default!;

    private IStringLocalizer L => texts;

    private async Task EndSignInsAsync()
    {
        var email = _email.Trim();
        var outcome = await endSignIns.RunAsync((await Person).User, email, CancellationToken.None);
        _error = outcome.IsSuccess ? null : texts.Explain(outcome.Errors[0]);
        (_ended, _link) = (outcome.IsSuccess ? email : null, null);
    }

    private async Task MakeAsync()
    {
        _ended = null;
        _madeFor = _email.Trim();
        var outcome = await make.RunAsync((await Person).User, _madeFor, CancellationToken.None);
        _error = outcome.IsSuccess ? null : texts.Explain(outcome.Errors[0]);
        _delivery = outcome.TryGet(out var link)
            ? await mail.SendAsync(_madeFor, link, isInvitation: false, CancellationToken.None)
            : null;
        _link = outcome.IsSuccess ? outcome.Value : null;
    }
}
