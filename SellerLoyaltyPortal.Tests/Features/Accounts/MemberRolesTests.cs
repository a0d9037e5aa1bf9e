using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Accounts;

/// <summary>Changing roles and removing members.</summary>
public sealed class MemberRolesTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
    [Fact]
    public async Task ChangeRole_OfTheLastOwner_IsRefused()
    {
        var (access, owner, _) = await SellerWithOwnerAndAnalystAsync("last-demoted");

        var outcome = await ChangeAsync(access, owner, SellerRole.Analyst);

        Assert.Equal("SellerMustKeepAnOwner", Assert.Single(outcome.Errors).Code);
        Assert.Equal(SellerRole.Owner, await RoleAsync(access, owner));
    }

    [Fact]
    public async Task Remove_TheLastOwner_IsRefused()
    {
        var (access, owner, _) = await SellerWithOwnerAndAnalystAsync("last-removed");

        var outcome = await RemoveAsync(access, owner);

        Assert.Equal("SellerMustKeepAnOwner", Assert.Single(outcome.Errors).Code);
        Assert.Equal(SellerRole.Owner, await RoleAsync(access, owner));
    }

    [Fact]
    public async Task Remove_OneOfTwoOwners_LeavesTheOther()
    {
        var (access, owner, analyst) = await SellerWithOwnerAndAnalystAsync("two-owners");

        Assert.True((await ChangeAsync(access, analyst, SellerRole.Owner)).IsSuccess);
        Assert.True((await RemoveAsync(access, owner)).IsSuccess);

        Assert.Null(await RoleAsync(access, owner));
        Assert.Equal(SellerRole.Owner, await RoleAsync(access, analyst));
    }

    [Fact]
    public async Task ChangeRole_TwoOwnersDemoteEachOtherAtOnce_OneStays()
    {
        var (access, owner, analyst) = await SellerWithOwnerAndAnalystAsync("at-once");
        await ChangeAsync(access, analyst, SellerRole.Owner);
        var other = access with { UserId = analyst.Id };

        await Task.WhenAll(
            Task.Run(() => ChangeAsync(access, analyst, SellerRole.Analyst)),
            Task.Run(() => ChangeAsync(other, owner, SellerRole.Analyst))
        );

        var roles = new[] { await RoleAsync(access, owner), await RoleAsync(access, analyst) };
        Assert.Contains(SellerRole.Owner, roles.OfType<SellerRole>());
    }

    [Fact]
    public async Task EveryCommand_OfWhoIsNoOwnerAnyMore_IsRefused()
    {
        var (access, owner, analyst) = await SellerWithOwnerAndAnalystAsync("demoted");
        await ChangeAsync(access, analyst, SellerRole.Owner);
        await ChangeAsync(access with { UserId = analyst.Id }, owner, SellerRole.Analyst);
        var services = portal.Services;

        // The page that they still have open holds the access of an owner.
        Assert.True(access.IsOwner);
        IEnumerable<Error> errors =
        [
            .. (await ChangeAsync(access, owner, SellerRole.Owner)).Errors,
            .. (await RemoveAsync(access, analyst)).Errors,
            .. (
                await services
                    .GetRequiredService<InviteMember>()
                    .RunAsync(access, "new@example.test", SellerRole.Owner, CancellationToken.None)
            ).Errors,
            .. (
                await services
                    .GetRequiredService<MakeMemberLink>()
                    .RunAsync(access, analyst.Id, CancellationToken.None)
            ).Errors,
        ];

        Assert.Equal(Enumerable.Repeat("OnlyAnOwnerMayDoThis", 4), errors.Select(e => e.Code));
    }

    [Fact]
    public async Task EveryCommand_OnAMemberOfAnotherSeller_FindsNobody()
    {
        var (access, _, _) = await SellerWithOwnerAndAnalystAsync("ours");
        var (theirs, _, stranger) = await SellerWithOwnerAndAnalystAsync("theirs");

        IEnumerable<Error> errors =
        [
            .. (await ChangeAsync(access, stranger, SellerRole.Owner)).Errors,
            .. (await RemoveAsync(access, stranger)).Errors,
            .. (
                await portal
                    .Services.GetRequiredService<MakeMemberLink>()
                    .RunAsync(access, stranger.Id, CancellationToken.None)
            ).Errors,
        ];

        Assert.Equal(Enumerable.Repeat("MemberIsGone", 3), errors.Select(e => e.Code));
        Assert.Equal(SellerRole.Analyst, await RoleAsync(theirs, stranger));
    }

    [Fact]
    public async Task Remove_Member_EndsTheirSignIn()
    {
        var (access, _, analyst) = await SellerWithOwnerAndAnalystAsync("ends-sign-in");
        using var client = await portal.SignedInAsync(analyst);

        await RemoveAsync(access, analyst);
        using var page = await client.GetAsync(new Uri("/sellers/ends-sign-in/members", UriKind.Relative));
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        using var later = await client.GetAsync(new Uri("/account/profile", UriKind.Relative));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, page.StatusCode);
        Assert.StartsWith("/account/sign-in", later.Target(), StringComparison.Ordinal);
    }

    private async Task<(SellerAccess, PortalUser, PortalUser)> SellerWithOwnerAndAnalystAsync(string slug)
    {
        var seller = await portal.AddSellerAsync(slug);
        var owner = await portal.AddMemberAsync(seller, SellerRole.Owner);
        var analyst = await portal.AddMemberAsync(seller, SellerRole.Analyst);
        return (await portal.AccessOfAsync(owner, seller), owner, analyst);
    }

    private Task<Result<SellerRole>> ChangeAsync(SellerAccess access, PortalUser user, SellerRole role) =>
        portal
            .Services.GetRequiredService<ChangeMemberRole>()
            .RunAsync(access, user.Id, role, CancellationToken.None);

    private Task<Result<Guid>> RemoveAsync(SellerAccess access, PortalUser user) =>
        portal.Services.GetRequiredService<RemoveMember>().RunAsync(access, user.Id, CancellationToken.None);

    private async Task<SellerRole?> RoleAsync(SellerAccess access, PortalUser user) =>
        (await portal.Services.GetRequiredService<ListMembers>().RunAsync(access, CancellationToken.None))
            .SingleOrDefault(m => m.UserId == user.Id)
            ?.Role;
}
