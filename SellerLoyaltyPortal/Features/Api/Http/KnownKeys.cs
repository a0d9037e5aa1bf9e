using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Api.Http;

/// <summary>
/// Keys that were shown lately, so that a storefront's thousands of questions a second don't each ask the
/// database. A key is read again after <see cref="TrustedFor"/>: another instance's revocation holds from
/// then on, this one's at once. Keys that don't exist are never kept: nobody can fill the table.
/// </summary>
public sealed class KnownKeys(
    SellerDbContextFactory contexts,
    SellerDirectory sellers,
    KeyUses uses,
    TimeProvider clock
)
{
    internal static readonly TimeSpan TrustedFor = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<KeyDigest, Entry> _entries = new();

    internal void Forget(byte[] digest) => _entries.TryRemove(KeyDigest.From(digest), out _);

    /// <summary>Who shows this key; null where there is no such key or it was revoked.</summary>
    internal ValueTask<ClaimsPrincipal?> FindAsync(KeyDigest digest, CancellationToken cancellation) =>
        _entries.TryGetValue(digest, out var entry) && clock.GetElapsedTime(entry.ReadAt) < TrustedFor
            ? new(entry.Principal)
            : ReadAsync(digest, cancellation);

    private async ValueTask<ClaimsPrincipal?> ReadAsync(KeyDigest digest, CancellationToken cancellation)
    {
        var readAt = clock.GetTimestamp();
        var bytes = digest.ToArray();
        await using var context = contexts.ForPlatform();
        var key = await context
            .Set<ApiKey>()
            .AsNoTracking()
            .SingleOrDefaultAsync(k => k.Digest == bytes && k.RevokedAt == null, cancellation);
        var scopes = key is null ? [] : ApiScopes.Split(key.Scopes);
        var access = key is null
            ? null
            : await sellers.FindForKeyAsync(key.SellerId, key.Id, ApiScopes.RoleOf(scopes), cancellation);
        if (key is null || access is null)
        {
            _entries.TryRemove(digest, out _);
            return null;
        }
        var identity = new ApiKeyIdentity(
            access,
            [
                new Claim(SellerDirectory.KeyIdClaim, key.Id.ToString()),
                .. scopes.Select(s => new Claim(ApiKeyAuthentication.ScopeClaim, s.Name())),
            ]
        );
        var principal = new ClaimsPrincipal(identity);
        _entries[digest] = new(principal, readAt);
        uses.Note(key);
        return principal;
    }

    private sealed record Entry(ClaimsPrincipal Principal, long ReadAt);
}
