using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;

namespace SellerLoyaltyPortal.Features.Accounts.Pages;

/// <summary>A one-time link for somebody who forgot the password or whose invitation has expired.</summary>
public sealed partial class PersonLinkForm(MakeLinkForPerson make, IStringLocalizer<AccountsText> texts)
    : ComponentBase
{
    private string _email = "";
    private string _madeFor = "";
    private string? _error;
    private string? _link;

    [CascadingParameter]
    private Task<AuthenticationState> Person { get; set; } = default!;

    private IStringLocalizer L => texts;

    private async Task MakeAsync()
    {
        _madeFor = _email.Trim();
        var outcome = await make.RunAsync((await Person).User, _madeFor, CancellationToken.None);
        _error = outcome.IsSuccess ? null : texts.Explain(outcome.Errors[0]);
        _link = outcome.IsSuccess ? outcome.Value : null;
    }
}
