using Microsoft.AspNetCore.Identity;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.Identity;

/// <summary>
/// Signs a person in by e-mail and password. An address without an account is answered like a wrong
/// password: same words, same work, same lock-out.
/// </summary>
internal sealed class SignInPerson(
    SignInManager<PortalUser> signIn,
    UserManager<PortalUser> users,
    IPasswordHasher<PortalUser> hasher,
    SignInThrottle throttle,
    ILogger<SignInPerson> logger
)
{
    private static readonly Error Refused = new("SignInRefused");
    private static readonly Error LockedOut = new(
        "SignInLockedOut",
        null,
        SignInThrottle.MaxFailures,
        (int)SignInThrottle.LockOut.TotalMinutes
    );
    private static readonly PortalUser Nobody = new() { DisplayName = "" };
    private static string? _nobodysHash;

    /// <remarks>The cookie outlives the browser only where the person asks to be remembered.</remarks>
    public async Task<Result<PortalUser>> RunAsync(
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
            return RefuseUnknown(email, password);
        var outcome = await signIn.PasswordSignInAsync(user, password, remember, lockoutOnFailure: true);
        if (outcome.Succeeded)
            return user;
        if (!outcome.IsLockedOut)
            return Refused;
        logger.LogWarning("Sign-in of user {UserId} is locked out", user.Id);
        return LockedOut;
    }

    private Error RefuseUnknown(string email, string password)
    {
        if (throttle.IsLockedOut(email))
            return LockedOut;
        _nobodysHash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
        hasher.VerifyHashedPassword(Nobody, _nobodysHash, password);
        return throttle.CountFailure(email) ? LockedOut : Refused;
    }
}
