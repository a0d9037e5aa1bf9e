using Microsoft.AspNetCore.DataProtection.KeyManagement;
using SellerLoyaltyPortal.Data;

namespace SellerLoyaltyPortal.Features.Operations.Keys;

/// <summary>
/// A new key for what the portal protects (cookies, links, sellers' secrets), and nothing of it left under the
/// keys before.
/// </summary>
internal sealed class RotateKeys(IKeyManager keys, IEnumerable<IProtectedValues> stored, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    /// <param name="revoke">Whether the earlier keys are of no use from now on: signs everybody out, ends open links.</param>
    /// <returns>How many stored values were protected anew.</returns>
    public async Task<int> RunAsync(bool revoke, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var earlier = keys.GetAllKeys();
        keys.CreateNewKey(now, now + Lifetime);
        var values = 0;
        foreach (var feature in stored)
            values += await feature.ProtectAgainAsync(cancellation);
        // Only now: what an earlier key protects can't be read once it is revoked.
        foreach (var key in earlier.Where(k => revoke && !k.IsRevoked))
            keys.RevokeKey(key.KeyId, "rotated by the administrator");
        return values;
    }
}
