using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using SellerLoyaltyPortal.Features.Accounts.Identity;

namespace SellerLoyaltyPortal.Features.Accounts.Pages.Account;

/// <summary>The second step of a sign-in: a code of the authenticator app, or a recovery code.</summary>
public sealed partial class CodePage
{
    private PortalUser? _user;

    [Inject]
    private IServiceProvider Services { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "code")]
    private Form? Input { get; set; }

    [SupplyParameterFromQuery(Name = AccountAddresses.ReturnUrlParameter)]
    private string? ReturnTo { get; set; }

    [SupplyParameterFromQuery]
    private bool Remember { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Input ??= new Form();
        // Nobody is asked for a second step who has not passed the first in this browser.
        if ((await HttpContext.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Succeeded)
            _user = await Services
                .GetRequiredService<SignInManager<PortalUser>>()
                .GetTwoFactorAuthenticationUserAsync();
    }

    private async Task TakeAsync()
    {
        if (_user is null)
            return;
        var outcome = await Services
            .GetRequiredService<SignInPerson>()
            .TakeCodeAsync(_user, Input!.Code ?? "", Remember, HttpContext.RequestAborted);
        if (!outcome.TryGet(out var step))
        {
            Errors = outcome.Errors;
            return;
        }
        Services.GetRequiredService<LanguageCookie>().Append(HttpContext, step.User.Language);
        Navigation.NavigateTo(ReturnUrl.SafeAfterSignIn(ReturnTo));
    }

    private sealed class Form
    {
        public string? Code { get; set; }
    }
}
