using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Features.Accounts.Sessions;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.Passkeys;

/// <summary>
/// Signs in by passkey. It is two factors at once: the device that holds it, and the finger, face or PIN that
/// the device is obliged to ask for. So no code is asked for after it.
/// </summary>
internal sealed class PasskeySignIn(PortalSignIn signIn, UserManager<PortalUser> users, SignInLog log)
{
    /// <summary>RFC 8176: proof of possession of a key in hardware.</summary>
    public const string How = "hwk";

    internal static readonly Error Refused = new("PasskeyIsRefused");

    /// <summary>For anybody's passkey: the device knows for whom it has one.</summary>
    public Task<string> OptionsAsync() => signIn.MakePasskeyRequestOptionsAsync(user: null);

    /// <param name="credential">What the browser's authenticator answered, as JSON.</param>
    public async Task<Result<SignInStep>> RunAsync(string credential, CancellationToken cancellation)
    {
        if (await signIn.TryAssertAsync(credential) is not { User: { } user, Passkey: { } passkey })
        {
            await log.WriteVisitorAsync(AuditAction.SignInFailed, cancellation);
            return Refused;
        }
        // A lock-out is for guesses at a password, which this is not; it holds all the same.
        if (!await signIn.CanSignInAsync(user) || await users.IsLockedOutAsync(user))
            return await log.LockOutAsync(user, cancellation);
        // Its counter, which tells a copied key.
        IdentityErrors.ThrowOn(await users.AddOrUpdatePasskeyAsync(user, passkey));
        await signIn.SignInWithClaimsAsync(
            user,
            isPersistent: false,
            [new Claim(PortalSignIn.HowClaim, How)]
        );
        return new SignInStep(user, NeedsCode: false);
    }
}
