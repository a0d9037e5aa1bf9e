using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Api;

/// <summary>The seller's keys, working ones first, the newest first.</summary>
public sealed class ListApiKeys(SellerDbContextFactory contexts)
{
    public async Task<IReadOnlyList<ApiKeyRow>> RunAsync(SellerAccess access, CancellationToken cancellation)
    {
        await using var context = contexts.ForPlatform();
        var keys = await context
            .Set<ApiKey>()
            .AsNoTracking()
            .Where(k => k.SellerId == access.SellerId)
            .ToListAsync(cancellation);
        var members = await context
            .Set<SellerMembership>()
            .Where(m => m.SellerId == access.SellerId)
            .Select(m => m.UserId)
            .ToHashSetAsync(cancellation);
        return
        [
            .. keys.OrderBy(k => k.RevokedAt is not null)
                .ThenByDescending(k => k.CreatedAt)
                .Select(k => new ApiKeyRow(
                    k.Id,
                    k.Name,
                    k.Prefix,
                    ApiScopes.Split(k.Scopes),
                    k.CreatedAt,
                    k.LastUsedAt,
                    k.RevokedAt,
                    MakerIsGone: k.RevokedAt is null && !members.Contains(k.CreatedBy)
                )),
        ];
    }
}
