using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using SellerLoyaltyPortal.Features.Accounts.Passkeys;

namespace SellerLoyaltyPortal.Features.Accounts.Pages.Account;

/// <summary>The person's passkeys: adds one with a name, removes one.</summary>
public sealed partial class PasskeysPage
{
    private PortalUser? _user;
    private IReadOnlyList<Row> _passkeys = [];

    [Inject]
    private UserManager<PortalUser> Users { get; set; } = default!;

    [Inject]
    private IServiceProvider Services { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "passkey")]
    private Form? Input { get; set; }

    private PasskeySettings Passkeys => Services.GetRequiredService<PasskeySettings>();

    protected override async Task OnInitializedAsync()
    {
        Input ??= new Form();
        _user = await Users.GetUserAsync(HttpContext.User);
        if (_user is null)
            return;
        _passkeys =
        [
            .. (await Passkeys.ListAsync(_user)).Select(p => new Row(
                WebEncoders.Base64UrlEncode(p.CredentialId),
                p.Name ?? "–",
                p.CreatedAt.UtcDateTime.ToString("d", CultureInfo.CurrentCulture)
            )),
        ];
    }

    private async Task AddAsync()
    {
        if (_user is null)
            return;
        var password = Input!.Password ?? "";
        var outcome = await Passkeys.AddAsync(
            _user,
            Input.Name ?? "",
            password.Length <= LongestPassword ? password : "",
            Input.Credential ?? "",
            HttpContext.RequestAborted
        );
        if (outcome.IsSuccess)
            Navigation.NavigateTo(AccountAddresses.Passkeys);
        else
            Errors = outcome.Errors;
    }

    private async Task RemoveAsync(Row passkey)
    {
        await Passkeys.RemoveAsync(
            _user!,
            WebEncoders.Base64UrlDecode(passkey.Id),
            HttpContext.RequestAborted
        );
        Navigation.NavigateTo(AccountAddresses.Passkeys);
    }

    private sealed record Row(string Id, string Name, string Added);

    private sealed class Form
    {
        public string? Name { get; set; }

        public string? Password { get; set; }

        public string? Credential { get; set; }
    }
}
