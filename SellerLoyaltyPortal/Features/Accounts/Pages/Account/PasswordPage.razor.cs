using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.Pages.Account;

/// <summary>Changes one's own password; every other sign-in of the person ends.</summary>
public sealed partial class PasswordPage
{
    [Inject]
    private UserManager<PortalUser> Users { get; set; } = default!;

    [Inject]
    private SignInManager<PortalUser> SignIn { get; set; } = default!;

    [Inject]
    private IServiceProvider Services { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "password")]
    private Form? Input { get; set; }

    protected override void OnInitialized() => Input ??= new Form();

    private async Task ChangeAsync()
    {
        var password = Input!.Password ?? "";
        if (password != Input.Repeat)
        {
            Errors = [new Error("PasswordsDiffer", nameof(Input.Repeat))];
            return;
        }
        if (await Users.GetUserAsync(HttpContext.User) is not { } user)
        {
            Navigation.NavigateTo(AccountAddresses.SignIn);
            return;
        }
        var changed = await Services
            .GetRequiredService<ChangePassword>()
            .RunAsync(user, Input.Current, password, HttpContext.RequestAborted);
        if (!changed.IsSuccess)
        {
            Errors = changed.Errors;
            return;
        }
        await SignIn.RefreshSignInAsync(user);
        Navigation.NavigateTo(AccountAddresses.Profile + "?saved=password");
    }

    private sealed class Form
    {
        public string? Current { get; set; }

        public string? Password { get; set; }

        public string? Repeat { get; set; }
    }
}
