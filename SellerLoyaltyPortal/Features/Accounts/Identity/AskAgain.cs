using Microsoft.AspNetCore.Identity;
using SellerLoyaltyPortal.Features.Accounts.Sessions;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.Identity;

/// <summary>
/// Asks for the password or a code of the app again before a change for which an open browser must not be enough.
/// Wrong ones count as those of a sign-in do, or an open browser would be the place to guess at.
/// </summary>
internal sealed class AskAgain(
    PortalSignIn signIn,
    UserManager<PortalUser> users,
    SignInThrottle throttle,
    SignInLog log
)
{
    /// <summary>Hashing takes as long as the password is long, so there is an end.</summary>
    public const int LongestPassword = 256;

    /// <returns>Null where it is theirs.</returns>
    public async Task<Error?> ForPasswordAsync(
        PortalUser user,
        string? password,
        string path,
        CancellationToken cancellation
    )
    {
        if (password is not { Length: > 0 and <= LongestPassword })
            return new Error("PasswordIsWrong", path);
        using var turn = await throttle.EnterAsync(user.Email!, cancellation);
        var known = await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        if (known.Succeeded)
            return null;
        if (known.IsLockedOut)
            return await log.LockOutAsync(user, cancellation);
        await log.WriteAsync(user, AuditAction.PasswordAskedAgainFailed, [], cancellation);
        return new Error("PasswordIsWrong", path);
    }

    /// <inheritdoc cref="ForPasswordAsync"/>
    public async Task<Error?> ForCodeAsync(
        PortalUser user,
        string code,
        string path,
        CancellationToken cancellation
    )
    {
        using var turn = await throttle.EnterAsync(user.Email!, cancellation);
        if (await users.IsLockedOutAsync(user))
            return await log.LockOutAsync(user, cancellation);
        if (
            await users.VerifyTwoFactorTokenAsync(
                user,
                users.Options.Tokens.AuthenticatorTokenProvider,
                SignInPerson.Digits(code)
            )
        )
        {
            IdentityErrors.ThrowOn(await users.ResetAccessFailedCountAsync(user));
            return null;
        }
        IdentityErrors.ThrowOn(await users.AccessFailedAsync(user));
        if (await users.IsLockedOutAsync(user))
            return await log.LockOutAsync(user, cancellation);
        await log.WriteAsync(user, AuditAction.SecondStepFailed, [], cancellation);
        return new Error("CodeIsWrong", path);
    }
}
