using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;

namespace SellerLoyaltyPortal.Features.Accounts.TwoFactor;

/// <summary>
/// Identity's store, with what the second step rests on kept so that a copy of the database alone is of no
/// use: authenticator keys encrypted with the portal's keys, recovery codes salted and hashed.
/// </summary>
internal sealed class PortalUserStore(
    PortalDbContext context,
    IDataProtectionProvider protection,
    IdentityErrorDescriber errors
) : UserStore<PortalUser, IdentityRole<Guid>, PortalDbContext, Guid>(context, errors)
{
    private const string Provider = "[PortalTwoFactor]";
    private const string KeyName = "AuthenticatorKey";
    private const string CodesName = "RecoveryCodes";
    private const char Separator = ';';

    // Fifty bits of chance and a throttle in front: this many rounds are enough and cost a few milliseconds.
    private const int Rounds = 20_000;
    private const int SaltBytes = 16;

    private readonly IDataProtector _protector = protection.CreateProtector(
        typeof(PortalUserStore).FullName!
    );

    public override Task SetAuthenticatorKeyAsync(
        PortalUser user,
        string key,
        CancellationToken cancellationToken
    ) => SetTokenAsync(user, Provider, KeyName, _protector.Protect(key), cancellationToken);

    public override async Task<string?> GetAuthenticatorKeyAsync(
        PortalUser user,
        CancellationToken cancellationToken
    ) =>
        await GetTokenAsync(user, Provider, KeyName, cancellationToken) is { Length: > 0 } kept
            ? _protector.Unprotect(kept)
            : null;

    public override Task ReplaceCodesAsync(
        PortalUser user,
        IEnumerable<string> recoveryCodes,
        CancellationToken cancellationToken
    )
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return SetTokenAsync(
            user,
            Provider,
            CodesName,
            string.Join(
                Separator,
                [Convert.ToBase64String(salt), .. recoveryCodes.Select(code => Hash(code, salt))]
            ),
            cancellationToken
        );
    }

    public override async Task<bool> RedeemCodeAsync(
        PortalUser user,
        string code,
        CancellationToken cancellationToken
    )
    {
        if (await CodesAsync(user, cancellationToken) is not [var salt, .. var hashes])
            return false;
        var hash = Hash(code, Convert.FromBase64String(salt));
        if (!hashes.Contains(hash, StringComparer.Ordinal))
            return false;
        await SetTokenAsync(
            user,
            Provider,
            CodesName,
            string.Join(Separator, [salt, .. hashes.Where(h => h != hash)]),
            cancellationToken
        );
        return true;
    }

    public override async Task<int> CountCodesAsync(PortalUser user, CancellationToken cancellationToken) =>
        Math.Max(0, (await CodesAsync(user, cancellationToken)).Length - 1);

    private async Task<string[]> CodesAsync(PortalUser user, CancellationToken cancellation) =>
        (await GetTokenAsync(user, Provider, CodesName, cancellation))?.Split(Separator) ?? [];

    private static string Hash(string code, byte[] salt) =>
        Convert.ToBase64String(
            Rfc2898DeriveBytes.Pbkdf2(
                code.Trim().ToUpperInvariant(),
                salt,
                Rounds,
                HashAlgorithmName.SHA256,
                32
            )
        );
}
