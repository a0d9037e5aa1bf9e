using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts.Passkeys;
using SellerLoyaltyPortal.Shared;

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

    [SupplyParameterFromForm(FormName = "remove")]
    private RemovalForm? Removal { get; set; }

    private PasskeySettings Passkeys => Services.GetRequiredService<PasskeySettings>();

    protected override async Task OnInitializedAsync()
    {
        Input ??= new Form();
        Removal ??= new RemovalForm();
        _user = await Users.GetUserAsync(HttpContext.User);
        if (_user is null)
            return;
        _passkeys =
        [
            .. (await Passkeys.ListAsync(_user)).Select(p => new Row(
                WebEncoders.Base64UrlEncode(p.CredentialId),
                p.Name ?? "–",
                Display.DateShort(DayNumber.From(DateOnly.FromDateTime(p.CreatedAt.UtcDateTime)))
            )),
        ];
    }

    private async Task AddAsync()
    {
        if (_user is null)
            return;
        var outcome = await Passkeys.AddAsync(
            _user,
            Input!.Name ?? "",
            Input.Password,
            Input.Credential ?? "",
            HttpContext.RequestAborted
        );
        if (outcome.IsSuccess)
            Navigation.NavigateTo(AccountAddresses.Passkeys);
        else
            Errors = outcome.Errors;
    }

    private async Task RemoveAsync()
    {
        if (_user is null)
            return;
        var outcome = await Passkeys.RemoveAsync(
            _user,
            Removal!.Password,
            IdOf(Removal.Id),
            HttpContext.RequestAborted
        );
        if (outcome.IsSuccess)
            Navigation.NavigateTo(AccountAddresses.Passkeys);
        else
            Errors = outcome.Errors;
    }

    /// <summary>Of a form that anybody may have written: what is no id is nobody's.</summary>
    private byte[] IdOf(string? chosen) =>
        _passkeys.Any(p => p.Id == chosen) ? WebEncoders.Base64UrlDecode(chosen!) : [];

    private sealed record Row(string Id, string Name, string Added);

    private sealed class Form
    {
        public string? Name { get; set; }

        public string? Password { get; set; }

        public string? Credential { get; set; }
    }

    private sealed class RemovalForm
    {
        public string? Id { get; set; }

        public string? Password { get; set; }
    }
}
