using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Accounts;

public sealed class CreateSellerTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
    private static readonly NewSeller Tea = new("Tea", "tea", "RUB", "Europe/Moscow", "tea@example.test");

    private CreateSeller Create => portal.Services.GetRequiredService<CreateSeller>();

    [Fact]
    public async Task RunAsync_NewOwner_GetsALinkThatOpensTheSeller()
    {
        var person = await OperatorAsync("op-new-owner");

        var outcome = await Create.RunAsync(person, Tea with { Name = " Чай " }, CancellationToken.None);
        using var client = portal.Anonymous();
        using var set = await AccountForms.SubmitAsync(
            client,
            outcome.Value.Link!,
            "Input.Password",
            ("Input.DisplayName", "Tess"),
            ("Input.Password", "quiet river lantern"),
            ("Input.Repeat", "quiet river lantern")
        );

        Assert.Contains(
            "invite-email",
            await client.TextAsync("/sellers/tea/members"),
            StringComparison.Ordinal
        );
        var row = Assert.Single(await ListAsync(person), s => s.Slug == "tea");
        Assert.Equal(new SellerRow("tea", "Чай", "RUB", "Europe/Moscow", 1, FakeClock.DefaultStart), row);
    }

    [Fact]
    public async Task RunAsync_OwnerWithAnAccount_NeedsNoLink()
    {
        var owner = await portal.AddUserAsync("known-owner");

        var outcome = await Create.RunAsync(
            await OperatorAsync("op-known-owner"),
            Tea with
            {
                Slug = "known",
                OwnerEmail = " Known-Owner@Example.test ",
            },
            CancellationToken.None
        );

        Assert.Null(outcome.Value.Link);
        using var client = await portal.SignedInAsync(owner);
        Assert.Contains(
            "invite-email",
            await client.TextAsync("/sellers/known/members"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task RunAsync_SlugOfAnotherSeller_IsRefusedAndAddsNobody()
    {
        var person = await OperatorAsync("op-taken");
        await portal.AddSellerAsync("taken");
        var before = await ListAsync(person);

        var outcome = await Create.RunAsync(
            person,
            Tea with
            {
                Slug = "taken",
                OwnerEmail = "late-owner@example.test",
            },
            CancellationToken.None
        );

        Assert.Equal("SlugIsTaken", Assert.Single(outcome.Errors).Code);
        Assert.Equal(before, await ListAsync(person));
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        Assert.Null(await users.FindByEmailAsync("late-owner@example.test"));
    }

    [Fact]
    public async Task RunAsync_WhoIsNoOperator_IsRefused()
    {
        var person = await PrincipalAsync(await portal.AddUserAsync("no-operator-at-all"));

        var created = await Create.RunAsync(person, Tea with { Slug = "refused" }, CancellationToken.None);
        var listed = await portal
            .Services.GetRequiredService<ListSellers>()
            .RunAsync(person, CancellationToken.None);
        var link = await portal
            .Services.GetRequiredService<MakeLinkForPerson>()
            .RunAsync(person, "no-operator-at-all@example.test", CancellationToken.None);

        Assert.Equal(
            Enumerable.Repeat("OnlyAnOperatorMayDoThis", 3),
            created.Errors.Concat(listed.Errors).Concat(link.Errors).Select(e => e.Code)
        );
    }

    [Fact]
    public void Validate_EverythingWrong_NamesEachField()
    {
        var errors = CreateSeller.Validate(new(" ", "T e a", "XXX", "Russian Standard Time", "nobody"));

        Assert.Equal(
            [
                ("Name", "SellerNameIsMissing"),
                ("Slug", "SlugIsInvalid"),
                ("CurrencyCode", "CurrencyIsUnknown"),
                ("TimeZoneId", "TimeZoneIsUnknown"),
                ("OwnerEmail", "EmailIsInvalid"),
            ],
            errors.Select(e => (e.Path!, e.Code))
        );
        Assert.Empty(CreateSeller.Validate(Tea));
    }

    private async Task<IReadOnlyList<SellerRow>> ListAsync(ClaimsPrincipal person) =>
        (
            await portal.Services.GetRequiredService<ListSellers>().RunAsync(person, CancellationToken.None)
        ).Value;

    private async Task<ClaimsPrincipal> OperatorAsync(string name) =>
        await PrincipalAsync(await portal.AddUserAsync(name, isOperator: true));

    private async Task<ClaimsPrincipal> PrincipalAsync(PortalUser user)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<PortalUser>>()
            .CreateAsync(user);
    }
}
