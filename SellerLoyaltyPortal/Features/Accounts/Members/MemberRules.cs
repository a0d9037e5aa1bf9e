using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.Members;

/// <summary>The rules by which memberships change. Asked inside the transaction that makes the change.</summary>
internal static class MemberRules
{
    public static readonly Error OnlyAnOwnerMayDoThis = new("OnlyAnOwnerMayDoThis");
    public static readonly Error MemberIsGone = new("MemberIsGone");
    private static readonly Error SellerMustKeepAnOwner = new("SellerMustKeepAnOwner");
    private static readonly Error LinkMustComeFromTheOperator = new("LinkMustComeFromTheOperator");

    public static Task<string?> EmailOfAsync(
        PortalDbContext context,
        Guid userId,
        CancellationToken cancellation
    ) => context.Users.Where(u => u.Id == userId).Select(u => u.Email).SingleOrDefaultAsync(cancellation);

    /// <summary>Refuses what would leave a seller without an owner.</summary>
    public static async Task<Error?> MustKeepAnOwnerAsync(
        PortalDbContext context,
        SellerMembership leaving,
        CancellationToken cancellation
    ) =>
        leaving.Role != SellerRole.Owner
        || await context
            .Set<SellerMembership>()
            .AnyAsync(
                m =>
                    m.SellerId == leaving.SellerId
                    && m.UserId != leaving.UserId
                    && m.Role == SellerRole.Owner,
                cancellation
            )
            ? null
            : SellerMustKeepAnOwner;

    /// <summary>
    /// Whoever holds a password link owns the account. A seller's owner may make one only for an account
    /// that opens nothing but that seller; otherwise they could enter another seller, or act as operator.
    /// </summary>
    public static async Task<Error?> OwnerMayMakeLinkAsync(
        PortalDbContext context,
        SellerId seller,
        Guid userId,
        CancellationToken cancellation
    ) =>
        await context
            .Set<SellerMembership>()
            .AnyAsync(m => m.UserId == userId && m.SellerId != seller, cancellation)
        || await context.UserRoles.AnyAsync(r => r.UserId == userId, cancellation)
            ? LinkMustComeFromTheOperator
            : null;
}
