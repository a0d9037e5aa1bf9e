using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Api.Http;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Api;

/// <summary>Makes a key for one of the seller's machines. The secret is shown once and kept nowhere.</summary>
public sealed class CreateApiKey(SellerDirectory sellers, SellerDbContextFactory contexts, TimeProvider clock)
{
    /// <summary>Working keys that a seller may have: enough for every machine, few enough to look through.</summary>
    public const int MaxKeys = 20;

    public const int LongestName = 80;

    public async Task<Result<IssuedApiKey>> RunAsync(
        SellerAccess access,
        string name,
        IReadOnlyCollection<ApiScope> scopes,
        CancellationToken cancellation
    )
    {
        if (access.IsMachine || !await sellers.StillMayAsync(access, SellerRole.Owner, cancellation))
            return new Error("OnlyAnOwnerMayManageKeys");
        name = name.Trim();
        if (name.Length == 0)
            return new Error("KeyNeedsAName", nameof(name));
        if (name.Length > LongestName)
            return new Error("KeyNameIsTooLong", nameof(name), LongestName);
        if (scopes.Count == 0)
            return new Error("KeyNeedsAScope", nameof(scopes));
        await using var context = contexts.ForPlatform();
        var keys = context.Set<ApiKey>();
        if (
            await keys.CountAsync(k => k.SellerId == access.SellerId && k.RevokedAt == null, cancellation)
            >= MaxKeys
        )
            return new Error("TooManyKeys", null, MaxKeys);
        var secret = ApiKeySecret.New();
        var key = new ApiKey
        {
            Id = Guid.CreateVersion7(),
            SellerId = access.SellerId,
            Name = name,
            Prefix = ApiKeySecret.PrefixOf(secret),
            Digest = ApiKeySecret.Digest(secret),
            Scopes = ApiScopes.Join(scopes),
            CreatedBy = access.UserId,
            CreatedAt = clock.GetUtcNow(),
        };
        keys.Add(key);
        context.Audit(
            key.CreatedAt,
            access.Actor,
            access.SellerId,
            AuditAction.KeyCreated,
            name,
            new AuditDetail(AuditDetail.Scopes, key.Scopes)
        );
        await context.SaveChangesAsync(cancellation);
        return new IssuedApiKey(key.Id, name, secret);
    }
}
