using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Api.Http;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Api;

/// <summary>Ends a key at once. It stays in the list, so that its past uses can be told.</summary>
public sealed class RevokeApiKey(
    SellerDirectory sellers,
    SellerDbContextFactory contexts,
    KnownKeys known,
    TimeProvider clock
)
{
    public async Task<Result<Guid>> RunAsync(SellerAccess access, Guid id, CancellationToken cancellation)
    {
        if (access.IsMachine || !await sellers.StillMayAsync(access, SellerRole.Owner, cancellation))
            return new Error("OnlyAnOwnerMayManageKeys");
        await using var context = contexts.ForPlatform();
        var key = await context
            .Set<ApiKey>()
            .SingleOrDefaultAsync(k => k.Id == id && k.SellerId == access.SellerId, cancellation);
        if (key is null)
            return new Error("NoSuchKey");
        if (key.RevokedAt is not null)
            return key.Id;
        var now = clock.GetUtcNow();
        key.RevokedAt = now;
        context.Audit(now, access.Actor, access.SellerId, AuditAction.KeyRevoked, key.Name);
        await context.SaveChangesAsync(cancellation);
        known.Forget(key.Digest);
        return key.Id;
    }
}
