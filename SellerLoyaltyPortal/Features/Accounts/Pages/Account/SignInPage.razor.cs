using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.WebUtilities;
using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Features.Accounts.Passkeys;

namespace SellerLoyaltyPortal.Features.Accounts.Pages.Account;

public sealed partial class SignInPage
{
    [Inject]
    private IServiceProvider Services { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Person { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "sign-in")]
    private Form? Input { get; set; }

    [SupplyParameterFromForm(FormName = "passkey")]
    private PasskeyForm? Passkey { get; set; }

    [SupplyParameterFromQuery(Name = AccountAddresses.ReturnUrlParameter)]
    private string? ReturnTo { get; set; }

    private string CodeAddress =>
        QueryHelpers.AddQueryString(
            AccountAddresses.Code,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                [AccountAddresses.ReturnUrlParameter] = ReturnUrl.SafeAfterSignIn(ReturnTo),
                ["remember"] = Input!.Remember ? "true" : null,
            }
        );

    protected override async Task OnInitializedAsync()
    {
        Input ??= new Form();
        if (
            HttpMethods.IsGet(HttpContext.Request.Method)
            && (await Person).User.Identity?.IsAuthenticated == true
        )
            Navigation.NavigateTo(ReturnUrl.SafeAfterSignIn(ReturnTo));
    }

    private async Task SignInAsync()
    {
        var password = Input!.Password ?? "";
        var outcome = await Services
            .GetRequiredService<SignInPerson>()
            .RunAsync(
                Input.Email ?? "",
                password.Length <= LongestPassword ? password : "",
                Input.Remember,
                HttpContext.RequestAborted
            );
        if (!outcome.TryGet(out var step))
        {
            Errors = outcome.Errors;
            return;
        }
        if (step.NeedsCode)
        {
            Navigation.NavigateTo(CodeAddress);
            return;
        }
        GoIn(step.User);
    }

    private async Task SignInByPasskeyAsync()
    {
        var outcome = await Services
            .GetRequiredService<PasskeySignIn>()
            .RunAsync(Passkey?.Credential ?? "", HttpContext.RequestAborted);
        if (outcome.TryGet(out var step))
            GoIn(step.User);
        else
            Errors = outcome.Errors;
    }

    private void GoIn(PortalUser user)
    {
        Services.GetRequiredService<LanguageCookie>().Append(HttpContext, user.Language);
        Navigation.NavigateTo(ReturnUrl.SafeAfterSignIn(ReturnTo));
    }

    private sealed class PasskeyForm
    {
        public string? Credential { get; set; }
    }

    private sealed class Form
    {
        public string? Email { get; set; }

        public string? Password { get; set; }

        public bool Remember { get; set; }
    }
}
