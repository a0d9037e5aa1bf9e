using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Accounts.Identity;

public sealed class LiveAuthenticationStateTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
    [Fact]
    public async Task Portal_Circuits_AreWatched()
    {
        await using var scope = portal.Services.CreateAsyncScope();

        Assert.IsType<LiveAuthenticationState>(
            scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>()
        );
    }

    [Fact]
    public async Task IsStillValid_NothingHappened_IsTrue() =>
        Assert.True(await IsStillValidAfterAsync("watched", (_, _) => Task.CompletedTask));

    [Fact]
    public async Task IsStillValid_PasswordChanged_IsFalse() =>
        Assert.False(
            await IsStillValidAfterAsync(
                "watched-password",
                (users, user) =>
                    users.ChangePasswordAsync(user, PortalWebFactory.Password, "quiet river lantern")
            )
        );

    [Fact]
    public async Task IsStillValid_AccountGone_IsFalse() =>
        Assert.False(await IsStillValidAfterAsync("watched-gone", (users, user) => users.DeleteAsync(user)));

    private async Task<bool> IsStillValidAfterAsync(
        string name,
        Func<UserManager<PortalUser>, PortalUser, Task> happening
    )
    {
        var id = (await portal.AddUserAsync(name)).Id.ToString();
        await using var scope = portal.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var users = services.GetRequiredService<UserManager<PortalUser>>();
        var user = (await users.FindByIdAsync(id))!;
        var person = await services
            .GetRequiredService<IUserClaimsPrincipalFactory<PortalUser>>()
            .CreateAsync(user);
        using var watched = (LiveAuthenticationState)
            services.GetRequiredService<AuthenticationStateProvider>();

        await happening(users, user);

        return await watched.IsStillValidAsync(users, person);
    }
}
