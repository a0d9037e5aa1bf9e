using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Features.Accounts.Sessions;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.Pages.Account;

/// <summary>
/// Where the person is signed in; ends one of these sign-ins, or all. The password is asked again, or whoever finds an
/// open browser would throw the person themselves out.
/// </summary>
public sealed partial class SessionsPage
{
    private const string Everywhere = "all";

    private PortalUser? _user;
    private IReadOnlyList<Row> _sessions = [];

    [Inject]
    private UserManager<PortalUser> Users { get; set; } = default!;

    [Inject]
    private SignInManager<PortalUser> SignIn { get; set; } = default!;

    [Inject]
    private IServiceProvider Services { get; set; } = default!;

    private static readonly BusinessCalendar Utc = BusinessCalendar.Of("UTC");

    [SupplyParameterFromForm(FormName = "end")]
    private Form? Input { get; set; }

    private SignInSessions Sessions => Services.GetRequiredService<SignInSessions>();

    protected override async Task OnInitializedAsync()
    {
        Input ??= new Form();
        _user = await Users.GetUserAsync(HttpContext.User);
        if (_user is null)
            return;
        var here = SignInSessions.IdOf(HttpContext.User);
        _sessions =
        [
            .. (await Sessions.ListAsync(_user, HttpContext.RequestAborted)).Select(s => new Row(
                s.Id.ToString("N"),
                BrowserName.Of(s.Browser) ?? L["UnknownBrowser"],
                s.Address ?? "–",
                Moment(s.StartedAt),
                Moment(s.LastSeenAt),
                s.Id == here
            )),
        ];
    }

    private async Task EndAsync()
    {
        if (_user is null)
            return;
        var refused = await Services
            .GetRequiredService<AskAgain>()
            .ForPasswordAsync(_user, Input!.Password, nameof(Form.Password), HttpContext.RequestAborted);
        if (refused is not null)
        {
            Errors = [refused];
            return;
        }
        if (Input.What == Everywhere)
        {
            await Sessions.EndAllAsync(_user.Id, HttpContext.RequestAborted);
            await SignIn.SignOutAsync();
            Navigation.NavigateTo(AccountAddresses.SignIn);
            return;
        }
        if (Guid.TryParseExact(Input.What, "N", out var session))
            await Sessions.EndAsync(_user, session, AuditAction.SessionEnded, HttpContext.RequestAborted);
        Navigation.NavigateTo(AccountAddresses.Sessions);
    }

    /// <summary>A person has no time zone of their own, so it is said with the time.</summary>
    private static string Moment(DateTimeOffset at) => Display.Moment(at, Utc) + " UTC";

    private sealed record Row(
        string Id,
        string Browser,
        string Address,
        string Started,
        string Seen,
        bool IsThis
    );

    private sealed class Form
    {
        /// <summary>The session that is to end, or <see cref="Everywhere"/>.</summary>
        public string? What { get; set; }

        public string? Password { get; set; }
    }
}
