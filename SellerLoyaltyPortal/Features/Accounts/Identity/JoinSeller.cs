using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.Identity;

/// <summary>Accepts an invitation to a seller by somebody who has an account.</summary>
internal sealed class JoinSeller(JoinLinks links, SellerDbContextFactory contexts, TimeProvider clock)
{
    /// <summary>The seller and role that a link offers to the person, if it still does.</summary>
    public async Task<(Seller Seller, SellerRole Role)?> FindAsync(
        string? token,
        PortalUser person,
        CancellationToken cancellation
    )
    {
        await using var context = contexts.ForPlatform();
        return await FindAsync(context, token, person, cancellation);
    }

    /// <returns>The seller joined.</returns>
    public async Task<Result<Seller>> RunAsync(
        string? token,
        PortalUser person,
        CancellationToken cancellation
    )
    {
        await using var context = contexts.ForPlatform();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await FindAsync(context, token, person, cancellation) is not var (seller, role))
            return new Error("LinkIsNoLongerValid");
        var memberships = context.Set<SellerMembership>();
        // Opened twice: the role that the person has by now stays.
        if (!await memberships.AnyAsync(m => m.SellerId == seller.Id && m.UserId == person.Id, cancellation))
        {
            memberships.Add(
                new SellerMembership
                {
                    SellerId = seller.Id,
                    UserId = person.Id,
                    Role = role,
                }
            );
            context.Audit(
                clock.GetUtcNow(),
                AuditActor.Person(person.Id),
                seller.Id,
                AuditAction.MemberJoined,
                person.Email,
                new AuditDetail(AuditDetail.Role, role.ToString())
            );
        }
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return seller;
    }

    /// <summary>The invitation counts while whoever made it is an owner.</summary>
    private async Task<(Seller Seller, SellerRole Role)?> FindAsync(
        PortalDbContext context,
        string? token,
        PortalUser person,
        CancellationToken cancellation
    )
    {
        if (links.Read(token, person) is not { } offer)
            return null;
        var mayInvite = await context
            .Set<SellerMembership>()
            .AnyAsync(
                m => m.SellerId == offer.Seller && m.UserId == offer.Inviter && m.Role == SellerRole.Owner,
                cancellation
            );
        return mayInvite
            ? (await context.Set<Seller>().SingleAsync(s => s.Id == offer.Seller, cancellation), offer.Role)
            : null;
    }
}
