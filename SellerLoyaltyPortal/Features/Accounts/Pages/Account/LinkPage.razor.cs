using System.Globalization;
using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Features.Accounts.Sessions;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.Pages.Account;

/// <summary>Where a one-time link leads: a new member accepts the invitation, others renew their password.</summary>
public sealed partial class LinkPage
{
    private PortalUser? _user;

    [Inject]
    private IServiceProvider Services { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "user")]
    private string? UserId { get; set; }

    [SupplyParameterFromQuery]
    private string? Token { get; set; }

    [SupplyParameterFromForm(FormName = "link")]
    private Form? Input { get; set; }

    private bool IsInvitation => _user?.PasswordHash is null;

    protected override async Task OnInitializedAsync()
    {
        Input ??= new Form();
        // The address is a key: no other site may learn it.
        HttpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
        _user = await Services.GetRequiredService<OneTimeLinks>().FindAsync(UserId, Token);
    }

    private async Task SetPasswordAsync()
    {
        var password = Input!.Password ?? "";
        if (_user is null)
            return;
        if (password != Input.Repeat)
        {
            Errors = [new Error("PasswordsDiffer", nameof(Input.Repeat))];
            return;
        }
        if (password.Length > LongestPassword)
        {
            Errors = [new Error("PasswordIsTooLong", nameof(Input.Password), LongestPassword)];
            return;
        }
        var outcome = await Services
            .GetRequiredService<SetPasswordByLink>()
            .RunAsync(
                (UserId, Token),
                IsInvitation ? Input.DisplayName ?? "" : null,
                password,
                CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
                HttpContext.RequestAborted
            );
        if (!outcome.TryGet(out var user))
        {
            Errors = outcome.Errors;
            // Used a moment ago in another tab: the page says that the link is gone.
            if (Errors.Any(e => e.Path is null))
                _user = null;
            return;
        }
        // Who holds the link may set the password; a second step is asked for all the same.
        var signedIn = await Services.GetRequiredService<PortalSignIn>().SignInOrAskAsync(user);
        if (signedIn.RequiresTwoFactor)
        {
            Navigation.NavigateTo(AccountAddresses.Code);
            return;
        }
        Services.GetRequiredService<LanguageCookie>().Append(HttpContext, user.Language);
        Navigation.NavigateTo(ReturnUrl.Start);
    }

    private sealed class Form
    {
        public string? DisplayName { get; set; }

        public string? Password { get; set; }

        public string? Repeat { get; set; }
    }
}
