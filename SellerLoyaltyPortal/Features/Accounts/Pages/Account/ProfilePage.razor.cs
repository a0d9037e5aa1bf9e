using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Features.Audit;

namespace SellerLoyaltyPortal.Features.Accounts.Pages.Account;

/// <summary>How a person is called and in which language the portal speaks to them.</summary>
public sealed partial class ProfilePage
{
    private PortalUser? _user;

    [Inject]
    private UserManager<PortalUser> Users { get; set; } = default!;

    [Inject]
    private IServiceProvider Services { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "profile")]
    private Form? Input { get; set; }

    [SupplyParameterFromQuery]
    private string? Saved { get; set; }

    private string? SavedText =>
        Saved switch
        {
            "password" => L["PasswordSaved"].Value,
            "profile" => L["ProfileSaved"].Value,
            "two-factor" => L["TwoFactorIsOff"].Value,
            _ => null,
        };

    protected override async Task OnInitializedAsync()
    {
        _user = await Users.GetUserAsync(HttpContext.User);
        Input ??= new Form { DisplayName = _user?.DisplayName, Language = _user?.Language };
    }

    private async Task SaveAsync()
    {
        var cookie = Services.GetRequiredService<LanguageCookie>();
        if (_user is null || !cookie.IsKnown(Input!.Language))
            return;
        if (AccountStore.NameError(Input.DisplayName) is { } wrong)
        {
            Errors = [wrong];
            return;
        }
        List<AuditDetail> changes = [];
        if (_user.DisplayName != Input.DisplayName!.Trim())
            changes.Add(new(AuditDetail.DisplayName, Input.DisplayName.Trim(), _user.DisplayName));
        if (_user.Language != Input.Language)
            changes.Add(new(AuditDetail.Language, Input.Language, _user.Language));
        _user.DisplayName = Input.DisplayName.Trim();
        _user.Language = Input.Language!;
        if (changes.Count > 0)
            IdentityErrors.ThrowOn(
                await Services
                    .GetRequiredService<AccountChanges>()
                    .StoreAsync(
                        _user,
                        AuditAction.ProfileChanged,
                        changes,
                        () => Users.UpdateAsync(_user),
                        HttpContext.RequestAborted
                    )
            );
        await Services.GetRequiredService<SignInManager<PortalUser>>().RefreshSignInAsync(_user);
        cookie.Append(HttpContext, _user.Language);
        Navigation.NavigateTo(AccountAddresses.Profile + "?saved=profile");
    }

    private sealed class Form
    {
        public string? DisplayName { get; set; }

        public string? Language { get; set; }
    }
}
