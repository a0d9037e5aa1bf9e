using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts.Members;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>Makes a member an owner or an analyst.</summary>
public sealed class ChangeMemberRole(
    SellerDirectory sellers,
    SellerDbContextFactory contexts,
    TimeProvider clock
)
{
    /// <returns>The role that the member has now.</returns>
    public async Task<Result<SellerRole>> RunAsync(
        SellerAccess access,
        Guid memberId,
        SellerRole role,
        CancellationToken cancellation
    )
    {
        if (!await sellers.StillMayAsync(access, SellerRole.Owner, cancellation))
            return MemberRules.OnlyAnOwnerMayDoThis;
        await using var context = contexts.ForPlatform();
        // The transaction takes the write lock at once: two owners can't demote each other at the same time.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var membership = await context
            .Set<SellerMembership>()
            .SingleOrDefaultAsync(m => m.SellerId == access.SellerId && m.UserId == memberId, cancellation);
        if (membership is null)
            return MemberRules.MemberIsGone;
        if (
            role != SellerRole.Owner
            && await MemberRules.MustKeepAnOwnerAsync(context, membership, cancellation) is { } refusal
        )
            return refusal;
        if (membership.Role == role)
            return role;
        context.Audit(
            clock.GetUtcNow(),
            access.Actor,
            access.SellerId,
            AuditAction.MemberRoleChanged,
            await MemberRules.EmailOfAsync(context, memberId, cancellation),
            new AuditDetail(AuditDetail.Role, role.ToString(), membership.Role.ToString())
        );
        membership.Role = role;
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return role;
    }
}
