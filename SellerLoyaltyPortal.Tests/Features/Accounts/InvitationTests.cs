using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Accounts;

/// <summary>Invitations and new passwords by one-time link, from the use case to the page that takes it.</summary>
public sealed class InvitationTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
    private const string Chosen = "quiet river lantern";
    private const string PasswordField = "Input.Password";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    [Fact]
    public async Task Link_OfNewMember_SetsThePasswordOnceAndSignsIn()
    {
        var (access, _) = await OwnerOfAsync("invites-new");
        var invitation = await InviteAsync(access, "fresh@example.test");
        Assert.True(invitation.IsNewAccount);
        using var client = portal.Anonymous();

        using var set = await SetPasswordAsync(client, invitation.Link!);
        using var start = await client.GetAsync(new Uri("/", UriKind.Relative));
        using var again = portal.Anonymous();
        var used = await again.TextAsync(invitation.Link!);

        Assert.Equal("/", set.Target());
        Assert.Equal("/sellers/invites-new/overview", start.Target());
        Assert.DoesNotContain(PasswordField, used, StringComparison.Ordinal);
        Assert.Contains("Ссылка больше не действует", used, StringComparison.Ordinal);
        using var signedIn = await portal.SignedInAsync((await FindAsync("fresh@example.test"))!, Chosen);
    }

    [Fact]
    public async Task Link_AfterSevenDays_HasExpired()
    {
        var (access, _) = await OwnerOfAsync("invites-late");
        var invitation = await InviteAsync(access, "late@example.test");
        using var client = portal.Anonymous();

        portal.Clock.Advance(Lifetime);
        var lastMoment = await client.TextAsync(invitation.Link!);
        portal.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var afterwards = await client.TextAsync(invitation.Link!);

        Assert.Contains(PasswordField, lastMoment, StringComparison.Ordinal);
        Assert.DoesNotContain(PasswordField, afterwards, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_ReplacedByANewOne_IsDead()
    {
        var (access, _) = await OwnerOfAsync("invites-twice");
        var first = await InviteAsync(access, "twice@example.test");
        var user = await FindAsync("twice@example.test");

        var second = await portal
            .Services.GetRequiredService<MakeMemberLink>()
            .RunAsync(access, user!.Id, CancellationToken.None);

        using var client = portal.Anonymous();
        Assert.DoesNotContain(PasswordField, await client.TextAsync(first.Link!), StringComparison.Ordinal);
        Assert.Contains(PasswordField, await client.TextAsync(second.Value), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account/link")]
    [InlineData("/account/link?user=nobody&token=x")]
    [InlineData("/account/link?user=00000000000000000000000000000000&token=CfDJ8A")]
    public async Task Link_MadeUp_LeadsNowhere(string link)
    {
        using var client = portal.Anonymous();

        using var page = await client.GetAsync(new Uri(link, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.DoesNotContain(
            PasswordField,
            await page.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Link_OfOnePersonWithTheNameOfAnother_LeadsNowhere()
    {
        var (access, owner) = await OwnerOfAsync("invites-mixed");
        var invitation = await InviteAsync(access, "mixed@example.test");
        var user = await FindAsync("mixed@example.test");
        using var client = portal.Anonymous();

        var page = await client.TextAsync(
            invitation.Link!.Replace(user!.Id.ToString("N"), owner.Id.ToString("N"), StringComparison.Ordinal)
        );

        Assert.DoesNotContain(PasswordField, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_ForgottenPassword_EndsALockOutAndOtherSignIns()
    {
        var (access, _) = await OwnerOfAsync("forgot");
        var member = await portal.AddMemberAsync(await SellerAsync("forgot"), SellerRole.Analyst);
        using var elsewhere = await portal.SignedInAsync(member);
        using var client = portal.Anonymous();
        for (var attempt = 0; attempt < 5; attempt++)
            (await SignInForm.SubmitAsync(client, member.Email!, "wrong password")).Dispose();
        var link = await portal
            .Services.GetRequiredService<MakeMemberLink>()
            .RunAsync(access, member.Id, CancellationToken.None);

        using var set = await SetPasswordAsync(client, link.Value);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        using var old = await elsewhere.GetAsync(new Uri("/account/profile", UriKind.Relative));

        Assert.Equal("/", set.Target());
        Assert.StartsWith("/account/sign-in", old.Target(), StringComparison.Ordinal);
        using var signedIn = await portal.SignedInAsync(member, Chosen);
    }

    [Fact]
    public async Task Invite_SomebodyWithAnAccount_JoinsOnlyThroughTheLinkSignedIn()
    {
        var (access, _) = await OwnerOfAsync("invites-known");
        var known = await portal.AddUserAsync("known");
        var invitation = await InviteAsync(access, known.Email!);
        Assert.False(invitation.IsNewAccount);
        Assert.False(await IsMemberAsync(access, known));
        using var other = await portal.SignedInAsync(await portal.AddUserAsync("other-than-known"));
        using var client = await portal.SignedInAsync(known);

        var toOther = await other.TextAsync(invitation.Link!);
        using var joined = await AccountForms.SubmitAsync(client, invitation.Link!, "_handler");

        Assert.DoesNotContain("Online Retail", toOther, StringComparison.Ordinal);
        Assert.Contains("предназначено другой учётной записи", toOther, StringComparison.Ordinal);
        Assert.Equal("/sellers/invites-known/overview", joined.Target());
        Assert.True(await IsMemberAsync(access, known));
    }

    [Fact]
    public async Task Join_AfterHavingBeenRemoved_TheOldLinkIsDead()
    {
        var (access, _) = await OwnerOfAsync("removed-again");
        var known = await portal.AddUserAsync("removed-again");
        var invitation = await InviteAsync(access, known.Email!);
        using (var client = await portal.SignedInAsync(known))
            (await AccountForms.SubmitAsync(client, invitation.Link!, "_handler")).Dispose();
        var removed = await portal
            .Services.GetRequiredService<RemoveMember>()
            .RunAsync(access, known.Id, CancellationToken.None);
        Assert.True(removed.IsSuccess);

        using var back = await portal.SignedInAsync(known);

        Assert.Contains(
            "Ссылка больше не действует",
            await back.TextAsync(invitation.Link!),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task MakeLink_ForSomebodyOfAnotherSellerOrAnOperator_IsLeftToTheOperator()
    {
        var (access, _) = await OwnerOfAsync("links-here");
        var (elsewhere, _) = await OwnerOfAsync("links-elsewhere");
        var shared = await portal.AddMemberAsync(
            await SellerAsync("links-here"),
            SellerRole.Analyst,
            "shared"
        );
        var op = await portal.AddUserAsync("member-operator", isOperator: true);
        await portal.AddAsync(
            Membership(elsewhere, shared, SellerRole.Analyst),
            Membership(access, op, SellerRole.Analyst)
        );
        var makeLink = portal.Services.GetRequiredService<MakeMemberLink>();

        foreach (var user in new[] { shared, op })
        {
            var outcome = await makeLink.RunAsync(access, user.Id, CancellationToken.None);
            Assert.Equal("LinkMustComeFromTheOperator", Assert.Single(outcome.Errors).Code);
        }
    }

    [Theory]
    [InlineData("no-mail", "EmailIsInvalid")]
    [InlineData("", "EmailIsInvalid")]
    [InlineData("Name <a@example.test>", "EmailIsInvalid")]
    [InlineData("owner-of-refuses@example.test", "IsMemberAlready")]
    public async Task Invite_WrongAddress_IsRefusedAndChangesNothing(string email, string code)
    {
        var (access, _) = await OwnerOfAsync("refuses");
        var list = portal.Services.GetRequiredService<ListMembers>();
        var before = await list.RunAsync(access, CancellationToken.None);

        var outcome = await portal
            .Services.GetRequiredService<InviteMember>()
            .RunAsync(access, email, SellerRole.Owner, CancellationToken.None);

        Assert.Equal(code, Assert.Single(outcome.Errors).Code);
        Assert.Equal(before, await list.RunAsync(access, CancellationToken.None));
    }

    private static SellerMembership Membership(SellerAccess access, PortalUser user, SellerRole role) =>
        new()
        {
            SellerId = access.SellerId,
            UserId = user.Id,
            Role = role,
        };

    private static Task<HttpResponseMessage> SetPasswordAsync(HttpClient client, string link) =>
        AccountForms.SubmitAsync(
            client,
            link,
            PasswordField,
            ("Input.DisplayName", "Fresh"),
            (PasswordField, Chosen),
            ("Input.Repeat", Chosen)
        );

    private async Task<(SellerAccess Access, PortalUser Owner)> OwnerOfAsync(string slug)
    {
        if (await SellerOrNullAsync(slug) is { } known)
        {
            var before = await FindAsync($"owner-of-{slug}@example.test");
            return (await portal.AccessOfAsync(before!, known), before!);
        }
        var seller = await portal.AddSellerAsync(slug);
        var owner = await portal.AddMemberAsync(seller, SellerRole.Owner);
        return (await portal.AccessOfAsync(owner, seller), owner);
    }

    private async Task<Seller> SellerAsync(string slug) => (await SellerOrNullAsync(slug))!;

    private async Task<Seller?> SellerOrNullAsync(string slug)
    {
        await using var context = portal.Contexts.ForPlatform();
        return await context.Set<Seller>().SingleOrDefaultAsync(s => s.Slug == slug);
    }

    private async Task<Invitation> InviteAsync(SellerAccess access, string email)
    {
        var outcome = await portal
            .Services.GetRequiredService<InviteMember>()
            .RunAsync(access, email, SellerRole.Analyst, CancellationToken.None);
        return outcome.Value;
    }

    private async Task<PortalUser?> FindAsync(string email)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<UserManager<PortalUser>>()
            .FindByEmailAsync(email);
    }

    private async Task<bool> IsMemberAsync(SellerAccess access, PortalUser user) =>
        (
            await portal.Services.GetRequiredService<ListMembers>().RunAsync(access, CancellationToken.None)
        ).Any(m => m.UserId == user.Id);
}
