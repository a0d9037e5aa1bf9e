using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using SellerLoyaltyPortal.Features.Accounts.Sessions;

namespace SellerLoyaltyPortal.Features.Accounts.Pages.Account;

/// <summary>Where the person is signed in; ends one of these sign-ins, or all.</summary>
public sealed partial class SessionsPage
{
    private PortalUser? _user;
    private IReadOnlyList<Row> _sessions = [];

    [Inject]
    private UserManager<PortalUser> Users { get; set; } = default!;

    [Inject]
    private SignInManager<PortalUser> SignIn { get; set; } = default!;

    [Inject]
    private IServiceProvider Services { get; set; } = default!;

    private SignInSessions Sessions => Services.GetRequiredService<SignInSessions>();

    protected override async Task OnInitializedAsync()
    {
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

    private async Task EndAsync(Row session)
    {
        await Sessions.EndFromElsewhereAsync(
            _user!,
            Guid.ParseExact(session.Id, "N"),
            HttpContext.RequestAborted
        );
        Navigation.NavigateTo(AccountAddresses.Sessions);
    }

    private async Task EndAllAsync()
    {
        if (_user is not null)
            await Sessions.EndAllAsync(_user.Id, HttpContext.RequestAborted);
        await SignIn.SignOutAsync();
        Navigation.NavigateTo(AccountAddresses.SignIn);
    }

    /// <summary>A person has no time zone of their own, so it is said with the time.</summary>
    private static string Moment(DateTimeOffset at) =>
        at.UtcDateTime.ToString("g", CultureInfo.CurrentCulture) + " UTC";

    private sealed record Row(
        string Id,
        string Browser,
        string Address,
        string Started,
        string Seen,
        bool IsThis
    );
}
