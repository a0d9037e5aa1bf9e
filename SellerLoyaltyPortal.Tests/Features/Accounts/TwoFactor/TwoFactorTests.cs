using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Accounts.TwoFactor;

/// <summary>The second step over HTTP, as a person with an app meets it.</summary>
public sealed partial class TwoFactorTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
    private const string Page = "/account/two-factor";
    private const string CodeField = "Input.Code";
    private const string PasswordField = "Input.Password";

    [Fact]
    public async Task TurnOn_WithACodeOfTheApp_ShowsCodesOnceAndAsksAtTheNextSignIn()
    {
        var user = await portal.AddUserAsync("turns-on");
        using var client = await portal.SignedInAsync(user);

        var codes = await TurnOnAsync(client, user);
        var again = await client.TextAsync(Page);
        using var start = await client.GetAsync(new Uri("/", UriKind.Relative));
        using var next = portal.Anonymous();
        using var asked = await SignInForm.SubmitAsync(next, user.Email!, PortalWebFactory.Password);
        using var early = await next.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal(10, codes.Distinct().Count());
        Assert.All(codes, code => Assert.DoesNotContain(code, again, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, start.StatusCode);
        Assert.StartsWith("/account/code", asked.Target(), StringComparison.Ordinal);
        Assert.StartsWith("/account/sign-in", early.Target(), StringComparison.Ordinal);
        using var inside = await portal.SignedInAsync(user);
    }

    [Fact]
    public async Task Open_ManyWindowsAtOnce_AllShowTheSameKey()
    {
        var user = await portal.AddUserAsync("many-windows");
        using var client = await portal.SignedInAsync(user);

        var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.TextAsync(Page)));

        Assert.Single(pages.Select(page => KeyOnPage().Match(page).Value).Distinct());
        Assert.Matches(KeyOnPage(), pages[0]);
    }

    [Fact]
    public async Task TurnOn_WrongCode_IsRefusedAndChangesNothing()
    {
        var user = await portal.AddUserAsync("turns-on-wrongly");
        using var client = await portal.SignedInAsync(user);

        using var answer = await AccountForms.SubmitAsync(
            client,
            Page,
            CodeField,
            (CodeField, "000000"),
            (PasswordField, PortalWebFactory.Password)
        );

        Assert.Contains("Код неверный", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var simple = await portal.SignedInAsync(user);
    }

    [Fact]
    public async Task TurnOn_WithoutThePassword_IsRefusedAndChangesNothing()
    {
        var user = await portal.AddUserAsync("open-browser");
        using var client = await portal.SignedInAsync(user);
        await client.TextAsync(Page);

        using var answer = await AccountForms.SubmitAsync(
            client,
            Page,
            CodeField,
            (CodeField, await AppCodes.NextAsync(portal, user.Id)),
            (PasswordField, "wrong password")
        );

        Assert.Contains(
            "Текущий пароль неверен",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        using var simple = await portal.SignedInAsync(user);
    }

    [Theory]
    [InlineData("off")]
    [InlineData("codes")]
    public async Task Change_FiveWrongCodes_LockTheAccountAndTheRightOneNoLongerHelps(string what)
    {
        var user = await portal.AddUserAsync("guesses-codes-" + what);
        using var client = await portal.SignedInAsync(user);
        await TurnOnAsync(client, user);
        for (var attempt = 0; attempt < 5; attempt++)
            (await ChangeAsync(client, "000001", what)).Dispose();

        using var right = await ChangeAsync(client, await AppCodes.NextAsync(portal, user.Id), what);

        Assert.Contains("закрыт", await right.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await using var context = portal.Contexts.ForPlatform();
        Assert.True((await context.Users.SingleAsync(u => u.Id == user.Id)).TwoFactorEnabled);
        Assert.Equal(
            4,
            await context
                .Set<AuditEntry>()
                .CountAsync(e => e.Action == AuditAction.SecondStepFailed && e.ActorId == user.Id)
        );
    }

    [Fact]
    public async Task SignIn_TheSameCodeTwice_OpensOnce()
    {
        var user = await portal.AddUserAsync("code-twice");
        await AppCodes.TurnOnAsync(portal.Services, user.Id);
        var code = await AppCodes.NextAsync(portal, user.Id);
        using var first = portal.Anonymous();
        using var second = portal.Anonymous();

        using var opened = await SubmitCodeAsync(first, user, code);
        using var refused = await SubmitCodeAsync(second, user, code);

        Assert.Equal("/", opened.Target());
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
    }

    /// <summary>The last code was used while the machine's clock was ahead, and the clock was set right since.</summary>
    [Theory]
    [InlineData(10, false)]
    [InlineData(60 * 24 * 365, true)]
    public async Task SignIn_ClockWasAhead_WaitsForAnHourAtMost(int minutes, bool opens)
    {
        var user = await portal.AddUserAsync("clock-ahead-" + minutes);
        await AppCodes.TurnOnAsync(portal.Services, user.Id);
        await using (var context = portal.Contexts.ForPlatform())
        {
            var ahead = portal.Clock.GetUtcNow().AddMinutes(minutes).ToUnixTimeSeconds() / 30;
            await context
                .Users.Where(u => u.Id == user.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.LastCodeStep, ahead));
        }
        using var client = portal.Anonymous();

        using var answer = await SubmitCodeAsync(client, user, await AppCodes.NextAsync(portal, user.Id));

        Assert.Equal(opens ? HttpStatusCode.Redirect : HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_RecoveryCode_OpensOnce()
    {
        var user = await portal.AddUserAsync("recovers");
        using var client = await portal.SignedInAsync(user);
        var code = (await TurnOnAsync(client, user))[3];
        using var first = portal.Anonymous();
        using var second = portal.Anonymous();

        using var opened = await SubmitCodeAsync(first, user, code);
        using var refused = await SubmitCodeAsync(second, user, code);

        Assert.Equal("/", opened.Target());
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
    }

    [Theory]
    [InlineData("000001")]
    [InlineData("WRONG-CODES")]
    public async Task SignIn_FiveWrongCodes_LockTheAccount(string wrong)
    {
        var user = await portal.AddUserAsync("wrong-codes-" + wrong);
        await AppCodes.TurnOnAsync(portal.Services, user.Id);
        using var client = portal.Anonymous();
        for (var attempt = 0; attempt < 5; attempt++)
            (await SubmitCodeAsync(client, user, wrong)).Dispose();

        using var right = await SignInForm.SubmitAsync(client, user.Email!, PortalWebFactory.Password);

        Assert.Contains("закрыт", await right.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stored_KeyAndRecoveryCodes_AreOfNoUseWithoutThePortalsKeys()
    {
        var user = await portal.AddUserAsync("stored");
        using var client = await portal.SignedInAsync(user);
        var codes = await TurnOnAsync(client, user);
        var key = await AppCodes.KeyAsync(portal.Services, user.Id);

        await using var context = portal.Contexts.ForPlatform();
        var stored = await context
            .UserTokens.Where(t => t.UserId == user.Id)
            .Select(t => t.Value!)
            .ToListAsync();

        Assert.Equal(2, stored.Count);
        Assert.All(stored, value => Assert.DoesNotContain(key, value, StringComparison.Ordinal));
        Assert.All(
            codes,
            code => Assert.DoesNotContain(code, string.Concat(stored), StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/operator")]
    [InlineData("/account/profile")]
    [InlineData("/sellers/led/overview")]
    public async Task Operator_WithoutASecondStep_IsLedToItFromEverywhere(string address)
    {
        var op = await portal.AddUserAsync("led-operator-" + address.Replace('/', '-'), isOperator: true);
        if (await SellerOrNullAsync("led") is null)
            await portal.AddSellerAsync("led");
        var seller = (await SellerOrNullAsync("led"))!;
        await portal.AddAsync(
            new SellerMembership
            {
                SellerId = seller.Id,
                UserId = op.Id,
                Role = SellerRole.Owner,
            }
        );
        await ForgetSecondStepAsync(op);
        using var client = await portal.SignedInAsync(op);

        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(Page + "?returnUrl=" + Uri.EscapeDataString(address), answer.Target());
        await TurnOnAsync(client, op);
        using var inside = await client.GetAsync(new Uri("/account/profile", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, inside.StatusCode);
    }

    [Fact]
    public async Task Operator_SecondStep_CannotBeTurnedOff()
    {
        var op = await portal.AddUserAsync("keeps-it", isOperator: true);
        using var client = await portal.SignedInAsync(op);

        using var answer = await AccountForms.SubmitAsync(
            client,
            Page,
            CodeField,
            (CodeField, await AppCodes.NextAsync(portal, op.Id)),
            ("Input.What", "off")
        );

        Assert.Contains("нельзя", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SellersPolicy_On_LeadsMembersToItAndLeavesOthersAlone()
    {
        var seller = await portal.AddSellerAsync("asks-for-two");
        var owner = await portal.AddMemberAsync(seller, SellerRole.Owner);
        var analyst = await portal.AddMemberAsync(seller, SellerRole.Analyst);
        var elsewhere = await portal.AddSellerAsync("asks-for-one");
        await portal.AddAsync(
            new SellerMembership
            {
                SellerId = elsewhere.Id,
                UserId = analyst.Id,
                Role = SellerRole.Analyst,
            }
        );
        var policy = portal.Services.GetRequiredService<SetTwoFactorPolicy>();
        var access = await portal.AccessOfAsync(owner, seller);
        using var before = await portal.SignedInAsync(analyst);

        var tooEarly = await policy.RunAsync(access, true, CancellationToken.None);
        await AppCodes.TurnOnAsync(portal.Services, owner.Id);
        var done = await policy.RunAsync(access, true, CancellationToken.None);
        using var led = await before.GetAsync(new Uri("/sellers/asks-for-two/overview", UriKind.Relative));
        using var other = await before.GetAsync(new Uri("/sellers/asks-for-one/overview", UriKind.Relative));

        Assert.Equal("TurnOnYourOwnSecondStepFirst", Assert.Single(tooEarly.Errors).Code);
        Assert.True(done.Value);
        Assert.StartsWith(Page, led.Target(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task NewPasswordByLink_WithASecondStep_AsksForItAllTheSame()
    {
        var seller = await portal.AddSellerAsync("link-and-step");
        var owner = await portal.AddMemberAsync(seller, SellerRole.Owner);
        var member = await portal.AddMemberAsync(seller, SellerRole.Analyst);
        await AppCodes.TurnOnAsync(portal.Services, member.Id);
        var link = await portal
            .Services.GetRequiredService<MakeMemberLink>()
            .RunAsync(await portal.AccessOfAsync(owner, seller), member.Id, CancellationToken.None);
        using var client = portal.Anonymous();

        using var set = await AccountForms.SubmitAsync(
            client,
            link.Value,
            "Input.Password",
            ("Input.Password", "quiet river lantern"),
            ("Input.Repeat", "quiet river lantern")
        );

        Assert.StartsWith("/account/code", set.Target(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient client, string code, string what) =>
        AccountForms.SubmitAsync(client, Page, CodeField, (CodeField, code), ("Input.What", what));

    private static async Task<HttpResponseMessage> SubmitCodeAsync(
        HttpClient client,
        PortalUser user,
        string code
    )
    {
        using var asked = await SignInForm.SubmitAsync(client, user.Email!, PortalWebFactory.Password);
        return await AccountForms.SubmitAsync(client, asked.Target(), CodeField, (CodeField, code));
    }

    private async Task<IReadOnlyList<string>> TurnOnAsync(HttpClient client, PortalUser user)
    {
        await client.TextAsync(Page);
        using var answer = await AccountForms.SubmitAsync(
            client,
            Page,
            CodeField,
            (CodeField, await AppCodes.NextAsync(portal, user.Id)),
            (PasswordField, PortalWebFactory.Password)
        );
        var html = await answer.Content.ReadAsStringAsync();
        return [.. RecoveryCode().Matches(html).Select(match => match.Groups["code"].Value)];
    }

    private async Task<Seller?> SellerOrNullAsync(string slug)
    {
        await using var context = portal.Contexts.ForPlatform();
        return await context.Set<Seller>().SingleOrDefaultAsync(s => s.Slug == slug);
    }

    private async Task ForgetSecondStepAsync(PortalUser user)
    {
        await using var context = portal.Contexts.ForPlatform();
        await context
            .Users.Where(u => u.Id == user.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.TwoFactorEnabled, false));
    }

    [GeneratedRegex("<code>(?<code>[A-Z0-9]{5}-[A-Z0-9]{5})</code>", RegexOptions.ExplicitCapture)]
    private static partial Regex RecoveryCode();

    [GeneratedRegex("(?<=<code class=\"app-key\">)[A-Z2-7 ]{20,}(?=</code>)")]
    private static partial Regex KeyOnPage();
}
