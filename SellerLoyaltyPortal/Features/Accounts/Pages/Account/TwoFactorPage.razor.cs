using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using SellerLoyaltyPortal.Features.Accounts.TwoFactor;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.Pages.Account;

/// <summary>The second step at sign-in: set up with an app, shown as on, renewed, turned off.</summary>
public sealed partial class TwoFactorPage
{
    private PortalUser? _user;
    private IReadOnlyList<string>? _codes;
    private IReadOnlyList<string> _askedBy = [];
    private bool _isOperator;
    private int _codesLeft;
    private string? _key;

    [Inject]
    private UserManager<PortalUser> Users { get; set; } = default!;

    [Inject]
    private SignInManager<PortalUser> SignIn { get; set; } = default!;

    [Inject]
    private IServiceProvider Services { get; set; } = default!;

    [SupplyParameterFromForm]
    private Form? Input { get; set; }

    [SupplyParameterFromQuery(Name = AccountAddresses.ReturnUrlParameter)]
    private string? ReturnTo { get; set; }

    private TwoFactorSettings Settings => Services.GetRequiredService<TwoFactorSettings>();

    private string Next => ReturnUrl.SafeAfterSignIn(ReturnTo);

    /// <summary>What the app is given (the form that apps agree on: otpauth, label, issuer).</summary>
    private string AppAddress
    {
        get
        {
            var issuer = Uri.EscapeDataString(PortalName);
            return $"otpauth://totp/{issuer}:{Uri.EscapeDataString(_user!.Email!)}?secret={_key}&issuer={issuer}";
        }
    }

    private string KeyInGroups => string.Join(' ', _key!.Chunk(4).Select(group => new string(group)));

    protected override async Task OnInitializedAsync()
    {
        Input ??= new Form();
        // Recovery codes and the key stand on it: no copy stays in the browser.
        HttpContext.Response.Headers.CacheControl = "no-store";
        _user = await Users.GetUserAsync(HttpContext.User);
        if (_user is null)
            return;
        _isOperator = await Users.IsInRoleAsync(_user, Policies.OperatorRole);
        _askedBy = await Settings.AskedByAsync(_user, HttpContext.RequestAborted);
        if (_user.TwoFactorEnabled)
            _codesLeft = await Settings.CodesLeftAsync(_user);
        else
            _key = await Settings.KeyAsync(_user, HttpContext.RequestAborted);
    }

    private async Task TurnOnAsync()
    {
        if (_user is null or { TwoFactorEnabled: true })
            return;
        Show(
            await Settings.TurnOnAsync(_user, Input!.Password, Input.Code ?? "", HttpContext.RequestAborted)
        );
        if (_codes is not null)
            await SignIn.RefreshSignInAsync(_user);
    }

    private async Task ChangeAsync()
    {
        if (_user is not { TwoFactorEnabled: true })
            return;
        if (Input!.What == "codes")
        {
            Show(await Settings.RenewCodesAsync(_user, Input.Code ?? "", HttpContext.RequestAborted));
            return;
        }
        var off = await Settings.TurnOffAsync(_user, Input.Code ?? "", HttpContext.RequestAborted);
        if (!off.IsSuccess)
        {
            Errors = off.Errors;
            return;
        }
        await SignIn.RefreshSignInAsync(_user);
        Navigation.NavigateTo(AccountAddresses.Profile + "?saved=two-factor");
    }

    private void Show(Result<IReadOnlyList<string>> outcome)
    {
        if (outcome.TryGet(out var codes))
            _codes = codes;
        else
            Errors = outcome.Errors;
    }

    private sealed class Form
    {
        public string? Code { get; set; }

        public string? Password { get; set; }

        /// <summary><c>codes</c> or <c>off</c>: which button was pressed.</summary>
        public string? What { get; set; }
    }
}
