using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>Who belongs to a seller: owners first, then by name.</summary>
public sealed class ListMembers(SellerDbContextFactory contexts)
{
    public async Task<IReadOnlyList<MemberRow>> RunAsync(SellerAccess access, CancellationToken cancellation)
    {
        await using var context = contexts.ForPlatform();
        var rows = await (
            from membership in context.Set<SellerMembership>()
            join user in context.Users on membership.UserId equals user.Id
            where membership.SellerId == access.SellerId
            select new MemberRow(
                user.Id,
                user.Email!,
                user.DisplayName,
                membership.Role,
                user.PasswordHash != null,
                user.TwoFactorEnabled
            )
        ).ToListAsync(cancellation);
        return
        [
            .. rows.OrderByDescending(r => r.Role).ThenBy(r => r.DisplayName, StringComparer.CurrentCulture),
        ];
    }
}
