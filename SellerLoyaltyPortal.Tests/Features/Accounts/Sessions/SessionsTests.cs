using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Accounts.Sessions;

/// <summary>Where a person is signed in, and how that ends.</summary>
public sealed class SessionsTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
    private const string Page = "/account/sessions";

    [Fact]
    public async Task List_TwoBrowsers_ShowsBothAndMarksThisOne()
    {
        var user = await portal.AddUserAsync("two-browsers");
        using var phone = await portal.SignedInAsync(user);
        using var desk = await portal.SignedInAsync(user);

        var page = await desk.TextAsync(Page);

        Assert.Equal(2, Count(page, "последний раз"));
        Assert.Equal(1, Count(page, "этот"));
    }

    [Fact]
    public async Task End_OneOfTwo_ClosesItWithinHalfAMinuteAndLeavesTheOther()
    {
        var user = await portal.AddUserAsync("ends-one");
        using var phone = await portal.SignedInAsync(user);
        using var desk = await portal.SignedInAsync(user);

        using var ended = await EndAsync(desk, await OtherAsync(desk), PortalWebFactory.Password);
        portal.Clock.Advance(LiveAuthenticationState.Interval + TimeSpan.FromSeconds(1));
        using var gone = await phone.GetAsync(new Uri(Page, UriKind.Relative));
        using var there = await desk.GetAsync(new Uri(Page, UriKind.Relative));

        Assert.Equal(Page, ended.Target());
        Assert.StartsWith("/account/sign-in", gone.Target(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, there.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task End_WithoutThePassword_EndsNothingAndIsWrittenDown(bool everywhere)
    {
        var user = await portal.AddUserAsync("open-browser-" + everywhere);
        using var phone = await portal.SignedInAsync(user);
        using var desk = await portal.SignedInAsync(user);

        using var refused = await EndAsync(
            desk,
            everywhere ? "all" : await OtherAsync(desk),
            "wrong password"
        );
        portal.Clock.Advance(LiveAuthenticationState.Interval + TimeSpan.FromSeconds(1));
        using var there = await phone.GetAsync(new Uri(Page, UriKind.Relative));

        Assert.Contains(
            "Текущий пароль неверен",
            await refused.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.OK, there.StatusCode);
        await using var context = portal.Contexts.ForPlatform();
        Assert.Equal(
            1,
            await context
                .Set<AuditEntry>()
                .CountAsync(e => e.Action == AuditAction.PasswordAskedAgainFailed && e.ActorId == user.Id)
        );
    }

    [Fact]
    public async Task End_SomebodyElsesSession_EndsNothing()
    {
        var (user, other) = (await portal.AddUserAsync("curious"), await portal.AddUserAsync("left-alone"));
        using var desk = await portal.SignedInAsync(user);
        using var theirs = await portal.SignedInAsync(other);
        await using var scope = portal.Services.CreateAsyncScope();
        var sessions =
            scope.ServiceProvider.GetRequiredService<SellerLoyaltyPortal.Features.Accounts.Sessions.SignInSessions>();
        var id = Assert.Single(await sessions.ListAsync(other, CancellationToken.None)).Id;

        using var ended = await EndAsync(desk, id.ToString("N"), PortalWebFactory.Password);
        portal.Clock.Advance(LiveAuthenticationState.Interval + TimeSpan.FromSeconds(1));
        using var there = await theirs.GetAsync(new Uri(Page, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, there.StatusCode);
    }

    [Fact]
    public async Task SignOut_Pressed_TellsTheBrowserToForget()
    {
        using var client = await portal.SignedInAsync(await portal.AddUserAsync("leaves"));

        using var left = await AccountForms.SubmitFormAsync(
            client,
            AccountAddresses.Profile,
            $"form[action='{AccountAddresses.SignOut}']"
        );

        Assert.Equal("\"storage\"", Assert.Single(left.Headers.GetValues("Clear-Site-Data")));
    }

    [Fact]
    public async Task EndPersonsSignIns_Operator_EndsThemAndIsWrittenDown()
    {
        var lost = await portal.AddUserAsync("lost-laptop");
        var chief = await portal.AddUserAsync("chief", isOperator: true);
        using var laptop = await portal.SignedInAsync(lost);
        var end = portal.Services.GetRequiredService<EndPersonsSignIns>();

        var refused = await end.RunAsync(Person(lost), chief.Email!, CancellationToken.None);
        var ended = await end.RunAsync(Person(chief), lost.Email!, CancellationToken.None);
        portal.Clock.Advance(LiveAuthenticationState.Interval + TimeSpan.FromSeconds(1));
        using var gone = await laptop.GetAsync(new Uri(Page, UriKind.Relative));

        Assert.False(refused.IsSuccess);
        Assert.True(ended.IsSuccess);
        Assert.StartsWith("/account/sign-in", gone.Target(), StringComparison.Ordinal);
        await using var context = portal.Contexts.ForPlatform();
        // Of what the operator did, nothing is said to have been the person's own doing.
        Assert.Equal(
            [AuditAction.SessionEnded, AuditAction.SignedOutEverywhere],
            await context
                .Set<AuditEntry>()
                .Where(e => e.ActorId == chief.Id)
                .OrderBy(e => e.Id)
                .Select(e => e.Action)
                .ToListAsync()
        );
    }

    private static ClaimsPrincipal Person(PortalUser user) =>
        new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, user.Id.ToString())], "test"));

    [Fact]
    public async Task SignOutEverywhere_Pressed_EndsEverySignIn()
    {
        var user = await portal.AddUserAsync("everywhere");
        using var phone = await portal.SignedInAsync(user);
        using var desk = await portal.SignedInAsync(user);

        using var ended = await EndAsync(desk, "all", PortalWebFactory.Password);
        portal.Clock.Advance(LiveAuthenticationState.Interval + TimeSpan.FromSeconds(1));

        Assert.StartsWith("/account/sign-in", ended.Target(), StringComparison.Ordinal);
        foreach (var client in new[] { phone, desk })
        {
            using var gone = await client.GetAsync(new Uri(Page, UriKind.Relative));
            Assert.StartsWith("/account/sign-in", gone.Target(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task SignIn_AfterTheLongestSession_IsAskedAnewHoweverBusyItWas()
    {
        var user = await portal.AddUserAsync("busy");
        using var client = await portal.SignedInAsync(user);
        for (var day = 0; day < 29; day++)
        {
            portal.Clock.Advance(TimeSpan.FromDays(1));
            using var seen = await client.GetAsync(new Uri(Page, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
        }

        portal.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        using var over = await client.GetAsync(new Uri(Page, UriKind.Relative));

        Assert.StartsWith("/account/sign-in", over.Target(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CookieOfARunningCircuit_SessionEnded_IsNoLongerAlive()
    {
        var user = await portal.AddUserAsync("circuit-ends");
        using var phone = await portal.SignedInAsync(user);
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var sessions =
            scope.ServiceProvider.GetRequiredService<SellerLoyaltyPortal.Features.Accounts.Sessions.SignInSessions>();
        var id = Assert.Single(await sessions.ListAsync(user, CancellationToken.None)).Id;
        var person = await scope
            .ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<PortalUser>>()
            .CreateAsync((await users.FindByIdAsync(user.Id.ToString()))!);
        ((System.Security.Claims.ClaimsIdentity)person.Identity!).AddClaim(new("session", id.ToString("N")));

        Assert.True(await sessions.IsAliveAsync(person, CancellationToken.None));
        await sessions.EndAsync(user, id, AuditAction.SessionEnded, CancellationToken.None);
        Assert.False(await sessions.IsAliveAsync(person, CancellationToken.None));
    }

    private static Task<HttpResponseMessage> EndAsync(HttpClient client, string what, string password) =>
        AccountForms.SubmitAsync(
            client,
            Page,
            "Input.Password",
            ("Input.What", what),
            ("Input.Password", password)
        );

    /// <summary>The session beside the one that asks.</summary>
    private static async Task<string> OtherAsync(HttpClient client) =>
        Regex.Match(await client.TextAsync(Page), "value=\"(?<id>[0-9a-f]{32})\"").Groups["id"].Value;

    private static int Count(string text, string part) =>
        text.Split(part, StringSplitOptions.None).Length - 1;
}
