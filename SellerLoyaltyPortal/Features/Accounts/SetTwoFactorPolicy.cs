using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts.Members;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>Whether every member of a seller needs a second step at sign-in.</summary>
public sealed class SetTwoFactorPolicy(
    SellerDirectory sellers,
    SellerDbContextFactory contexts,
    TimeProvider clock
)
{
    /// <returns>What holds now.</returns>
    public async Task<Result<bool>> RunAsync(
        SellerAccess access,
        bool required,
        CancellationToken cancellation
    )
    {
        if (access.IsMachine || !await sellers.StillMayAsync(access, SellerRole.Owner, cancellation))
            return MemberRules.OnlyAnOwnerMayDoThis;
        await using var context = contexts.ForPlatform();
        // Who asks it of others has it: or the first thing that they would see is their own door closed.
        if (
            required
            && !await context.Users.AnyAsync(u => u.Id == access.UserId && u.TwoFactorEnabled, cancellation)
        )
            return new Error("TurnOnYourOwnSecondStepFirst");
        var seller = await context.Set<Seller>().SingleAsync(s => s.Id == access.SellerId, cancellation);
        if (seller.RequiresTwoFactor == required)
            return required;
        seller.RequiresTwoFactor = required;
        context.Audit(
            clock.GetUtcNow(),
            access.Actor,
            access.SellerId,
            AuditAction.SellerPolicyChanged,
            seller.Name,
            new AuditDetail(AuditDetail.TwoFactor, required.ToString(), (!required).ToString())
        );
        await context.SaveChangesAsync(cancellation);
        return required;
    }
}
