using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Features.Accounts.Members;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>
/// Takes a person's membership away. Their sign-ins end within half a minute, at other sellers too: pages
/// that they have open would otherwise go on showing this one.
/// </summary>
public sealed class RemoveMember(SellerDirectory sellers, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <returns>The id of the person removed.</returns>
    public async Task<Result<Guid>> RunAsync(
        SellerAccess access,
        Guid memberId,
        CancellationToken cancellation
    )
    {
        if (!await sellers.StillMayAsync(access, SellerRole.Owner, cancellation))
            return MemberRules.OnlyAnOwnerMayDoThis;
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var membership = await context
            .Set<SellerMembership>()
            .SingleOrDefaultAsync(m => m.SellerId == access.SellerId && m.UserId == memberId, cancellation);
        if (membership is null)
            return MemberRules.MemberIsGone;
        if (await MemberRules.MustKeepAnOwnerAsync(context, membership, cancellation) is { } refusal)
            return refusal;
        context.Audit(
            clock.GetUtcNow(),
            access.Actor,
            access.SellerId,
            AuditAction.MemberRemoved,
            await MemberRules.EmailOfAsync(context, memberId, cancellation),
            new AuditDetail(AuditDetail.Role, null, membership.Role.ToString())
        );
        context.Remove(membership);
        await context.SaveChangesAsync(cancellation);
        var user = await users.FindByIdAsync(memberId.ToString());
        IdentityErrors.ThrowOn(await users.UpdateSecurityStampAsync(user!));
        await transaction.CommitAsync(cancellation);
        return memberId;
    }
}
