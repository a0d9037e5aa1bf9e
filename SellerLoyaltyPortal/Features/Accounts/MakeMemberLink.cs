using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Features.Accounts.Members;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>Makes a one-time link by which a member sets a new password, for an owner to hand over.</summary>
public sealed class MakeMemberLink(SellerDirectory sellers, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <returns>The link, relative to the portal.</returns>
    public async Task<Result<string>> RunAsync(
        SellerAccess access,
        Guid memberId,
        CancellationToken cancellation
    )
    {
        if (!await sellers.StillMayAsync(access, SellerRole.Owner, cancellation))
            return MemberRules.OnlyAnOwnerMayDoThis;
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var isMember = await context
            .Set<SellerMembership>()
            .AnyAsync(m => m.SellerId == access.SellerId && m.UserId == memberId, cancellation);
        if (!isMember)
            return MemberRules.MemberIsGone;
        if (
            await MemberRules.OwnerMayMakeLinkAsync(context, access.SellerId, memberId, cancellation) is
            { } refusal
        )
            return refusal;
        var user = await scope
            .ServiceProvider.GetRequiredService<UserManager<PortalUser>>()
            .FindByIdAsync(memberId.ToString());
        context.Audit(clock.GetUtcNow(), access.Actor, access.SellerId, AuditAction.LinkMade, user!.Email);
        await context.SaveChangesAsync(cancellation);
        return await scope.ServiceProvider.GetRequiredService<OneTimeLinks>().CreateAsync(user);
    }
}
