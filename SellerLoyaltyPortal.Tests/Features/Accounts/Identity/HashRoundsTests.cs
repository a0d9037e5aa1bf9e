using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Accounts.Identity;

public sealed class HashRoundsTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
    private const int Before = 100_000;

    [Fact]
    public async Task SignIn_PasswordOfFewerRounds_IsHashedAnewWithThoseThatAreAsked()
    {
        var user = await portal.AddUserAsync("of-an-earlier-portal");
        var old = new PasswordHasher<PortalUser>(
            Options.Create(new PasswordHasherOptions { IterationCount = Before })
        ).HashPassword(user, PortalWebFactory.Password);
        await using var context = portal.Contexts.ForPlatform();
        await context
            .Users.Where(u => u.Id == user.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.PasswordHash, old));

        using var client = await portal.SignedInAsync(user);

        Assert.Equal(Before, HashRounds.Of(old));
        var now = await context.Users.Where(u => u.Id == user.Id).Select(u => u.PasswordHash!).SingleAsync();
        Assert.Equal(HashRounds.Asked, HashRounds.Of(now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no base64")]
    [InlineData("AQ==")]
    public void Of_NoHash_IsNothing(string hash) => Assert.Null(HashRounds.Of(hash));
}
