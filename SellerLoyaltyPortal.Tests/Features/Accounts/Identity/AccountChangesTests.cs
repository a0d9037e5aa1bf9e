using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Accounts.Identity;

public sealed class AccountChangesTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Store_ChangeRefusedAtItsEnd_LeavesNeitherChangeNorEntry(bool isDone)
    {
        var user = await portal.AddUserAsync("changed-" + isDone);
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var known = (await users.FindByIdAsync(user.Id.ToString()))!;

        await scope
            .ServiceProvider.GetRequiredService<AccountChanges>()
            .StoreAsync(
                known,
                AuditAction.ProfileChanged,
                [],
                async () =>
                {
                    known.DisplayName = "Another";
                    await users.UpdateAsync(known);
                    return isDone ? IdentityResult.Success : IdentityResult.Failed();
                },
                CancellationToken.None
            );

        await using var context = portal.Contexts.ForPlatform();
        Assert.Equal(
            isDone ? "Another" : user.DisplayName,
            (await context.Users.SingleAsync(u => u.Id == user.Id)).DisplayName
        );
        Assert.Equal(isDone ? 1 : 0, await context.Set<AuditEntry>().CountAsync(e => e.ActorId == user.Id));
    }
}
