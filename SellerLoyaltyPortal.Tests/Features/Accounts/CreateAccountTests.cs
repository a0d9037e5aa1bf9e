using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Accounts;

public sealed class CreateAccountTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
    private CreateAccount Create => portal.Services.GetRequiredService<CreateAccount>();

    [Fact]
    public async Task RunAsync_WithPasswordAndMembership_CanSignInThere()
    {
        var seller = await portal.AddSellerAsync("created-for");

        var outcome = await Create.RunAsync(
            new NewAccount("o'hara+shop@example.test", "Scarlett", PortalWebFactory.Password)
            {
                Memberships = [(seller.Id, SellerRole.Owner)],
                Language = "en",
            },
            CancellationToken.None
        );

        Assert.True(outcome.IsSuccess);
        using var client = portal.Anonymous();
        using var signedIn = await SignInForm.SubmitAsync(
            client,
            "O'Hara+Shop@example.test",
            PortalWebFactory.Password
        );
        Assert.Equal("/", signedIn.Target());
        Assert.Contains(
            "Invite a member",
            await client.TextAsync("/sellers/created-for/members"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task RunAsync_MembershipOfNoSeller_AddsNobody()
    {
        var account = new NewAccount("orphan@example.test", "Orphan", PortalWebFactory.Password);

        await Assert.ThrowsAnyAsync<Exception>(() =>
            Create.RunAsync(
                account with
                {
                    Memberships = [(new SellerId(987_654), SellerRole.Owner)],
                },
                CancellationToken.None
            )
        );

        Assert.True((await Create.RunAsync(account, CancellationToken.None)).IsSuccess);
    }

    [Theory]
    [InlineData("taken@example.test", "T", PortalWebFactory.Password, "EmailIsTaken")]
    [InlineData("TAKEN@example.test", "T", PortalWebFactory.Password, "EmailIsTaken")]
    [InlineData("nowhere", "T", PortalWebFactory.Password, "EmailIsInvalid")]
    [InlineData("short@example.test", "T", "elevenchars", "PasswordIsTooShort")]
    [InlineData("monotonous@example.test", "T", "aaaaaaaaaaaabb", "PasswordIsTooMonotonous")]
    public async Task RunAsync_WrongInput_NamesTheRule(
        string email,
        string name,
        string password,
        string code
    )
    {
        if (!await IsTakenAsync())
            await portal.AddUserAsync("taken");

        var outcome = await Create.RunAsync(new NewAccount(email, name, password), CancellationToken.None);

        Assert.Contains(code, outcome.Errors.Select(e => e.Code));
    }

    private async Task<bool> IsTakenAsync()
    {
        await using var context = portal.Contexts.ForPlatform();
        return context.Users.Any(u => u.Email == "taken@example.test");
    }
}
