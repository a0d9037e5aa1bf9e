using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Api;

/// <summary>For what was made with a key and must not outlive it: whether the key still works, from the database.</summary>
public sealed class WorkingKeys(SellerDbContextFactory contexts)
{
    public async Task<bool> HasAsync(
        SellerId seller,
        Guid key,
        ApiScope scope,
        CancellationToken cancellation
    )
    {
        await using var context = contexts.ForPlatform();
        var scopes = await context
            .Set<ApiKey>()
            .Where(k => k.Id == key && k.SellerId == seller && k.RevokedAt == null)
            .Select(k => k.Scopes)
            .SingleOrDefaultAsync(cancellation);
        return scopes is not null && ApiScopes.Split(scopes).Contains(scope);
    }
}
