using Microsoft.AspNetCore.Identity;
using SellerLoyaltyPortal.Features.Accounts.Sessions;
using SellerLoyaltyPortal.Features.Accounts.TwoFactor;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.Identity;

/// <summary>
/// Signs a person in by e-mail and password, then by a code where they have a second step. An address without
/// an account is answered like a wrong password: same words, same work, same lock-out.
/// </summary>
internal sealed class SignInPerson(
    PortalSignIn signIn,
    UserManager<PortalUser> users,
    IPasswordHasher<PortalUser> hasher,
    SignInThrottle throttle,
    SignInLog log
)
{
    private static readonly Error Refused = new("SignInRefused");
    private static readonly Error WrongCode = new("CodeIsWrong");
    private static readonly PortalUser Nobody = new() { DisplayName = "" };
    private static string? _nobodysHash;

    /// <remarks>The cookie outlives the browser only where the person asks to be remembered.</remarks>
    public async Task<Result<SignInStep>> RunAsync(
        string email,
        string password,
        bool remember,
        CancellationToken cancellation
    )
    {
        email = email.Trim();
        using var turn = await throttle.EnterAsync(email, cancellation);
        var user = await users.FindByEmailAsync(email);
        if (user?.PasswordHash is null)
            return await RefuseUnknownAsync(email, password, cancellation);
        var wasOpen = !await users.IsLockedOutAsync(user);
        var outcome = await signIn.PasswordSignInAsync(user, password, remember, lockoutOnFailure: true);
        if (outcome.Succeeded || outcome.RequiresTwoFactor)
            return new SignInStep(user, outcome.RequiresTwoFactor);
        if (wasOpen)
            HashRounds.MakeUp(user.PasswordHash, password);
        return outcome.IsLockedOut
            ? await log.LockOutAsync(user, cancellation)
            : await RefuseAsync(user, AuditAction.SignInFailed, Refused, cancellation);
    }

    /// <summary>The second step: a code of the app, or a recovery code, which is used up by it.</summary>
    /// <param name="user">Who has given their password in this browser.</param>
    public async Task<Result<SignInStep>> TakeCodeAsync(
        PortalUser user,
        string code,
        bool remember,
        CancellationToken cancellation
    )
    {
        using var turn = await throttle.EnterAsync(user.Email!, cancellation);
        if (await users.IsLockedOutAsync(user))
            return await log.LockOutAsync(user, cancellation);
        var digits = Digits(code);
        var isAppCode = digits.Length == AuthenticatorCodes.Digits && digits.All(char.IsAsciiDigit);
        var outcome = isAppCode
            ? await signIn.TwoFactorAuthenticatorSignInAsync(digits, remember, rememberClient: false)
            : await signIn.TwoFactorRecoveryCodeSignInAsync(code.Trim());
        if (outcome.Succeeded)
        {
            if (!isAppCode)
                await log.WriteAsync(user, AuditAction.RecoveryCodeUsed, [], cancellation);
            return new SignInStep(user, NeedsCode: false);
        }
        // Identity counts wrong codes of the app, and not those of recovery.
        if (!isAppCode)
            IdentityErrors.ThrowOn(await users.AccessFailedAsync(user));
        return outcome.IsLockedOut
            ? await log.LockOutAsync(user, cancellation)
            : await RefuseAsync(user, AuditAction.SecondStepFailed, WrongCode, cancellation);
    }

    /// <summary>What was typed, without the spaces that apps show in the middle.</summary>
    public static string Digits(string? code) =>
        string.Concat((code ?? "").Where(c => !char.IsWhiteSpace(c) && c != '-'));

    private async Task<Error> RefuseAsync(
        PortalUser user,
        AuditAction action,
        Error error,
        CancellationToken cancellation
    )
    {
        await log.WriteAsync(user, action, [], cancellation);
        return error;
    }

    private async Task<Error> RefuseUnknownAsync(
        string email,
        string password,
        CancellationToken cancellation
    )
    {
        await log.WriteVisitorAsync(AuditAction.SignInFailed, cancellation);
        if (throttle.IsLockedOut(email))
            return SignInThrottle.LockedOut;
        _nobodysHash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
        hasher.VerifyHashedPassword(Nobody, _nobodysHash, password);
        return throttle.CountFailure(email) ? SignInThrottle.LockedOut : Refused;
    }
}
