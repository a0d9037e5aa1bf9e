using Microsoft.AspNetCore.Identity;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Features.Accounts.Sessions;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.TwoFactor;

/// <summary>Turns a person's second step on and off. Either ends their other sign-ins.</summary>
internal sealed class TwoFactorSettings(
    UserManager<PortalUser> users,
    IUserStore<PortalUser> store,
    SellerDbContextFactory contexts,
    SignInLog log
)
{
    public const int RecoveryCodes = 10;

    private static readonly Error WrongCode = new("CodeIsWrong", "Code");

    /// <summary>The key that the app is to be given; made on first sight, the same until it is used.</summary>
    public async Task<string> KeyAsync(PortalUser user, CancellationToken cancellation)
    {
        if (await users.GetAuthenticatorKeyAsync(user) is { Length: > 0 } known)
            return known;
        var key = users.GenerateNewAuthenticatorKey();
        // Not by the manager, which would end the person's sign-ins for nothing.
        await ((IUserAuthenticatorKeyStore<PortalUser>)store).SetAuthenticatorKeyAsync(
            user,
            key,
            cancellation
        );
        IdentityErrors.ThrowOn(await users.UpdateAsync(user));
        return key;
    }

    public Task<int> CodesLeftAsync(PortalUser user) => users.CountRecoveryCodesAsync(user);

    /// <summary>Which of the person's sellers ask for it, and whether the platform does.</summary>
    public async Task<IReadOnlyList<string>> AskedByAsync(PortalUser user, CancellationToken cancellation)
    {
        await using var context = contexts.ForPlatform();
        return await SecondStep.AskedByAsync(context, user.Id, cancellation);
    }

    /// <returns>The recovery codes, which are never shown again.</returns>
    public async Task<Result<IReadOnlyList<string>>> TurnOnAsync(
        PortalUser user,
        string code,
        CancellationToken cancellation
    )
    {
        if (!await IsRightAsync(user, code))
            return WrongCode;
        IdentityErrors.ThrowOn(await users.SetTwoFactorEnabledAsync(user, true));
        await log.WriteAsync(user, AuditAction.TwoFactorTurnedOn, [], cancellation);
        return await NewCodesAsync(user, cancellation);
    }

    /// <summary>Recovery codes in place of those that there were.</summary>
    public async Task<Result<IReadOnlyList<string>>> RenewCodesAsync(
        PortalUser user,
        string code,
        CancellationToken cancellation
    )
    {
        if (!await IsRightAsync(user, code))
            return WrongCode;
        return await NewCodesAsync(user, cancellation);
    }

    /// <summary>Refused where an operator or a seller's member has to have it.</summary>
    public async Task<Result<bool>> TurnOffAsync(PortalUser user, string code, CancellationToken cancellation)
    {
        if (
            await users.IsInRoleAsync(user, Policies.OperatorRole)
            || await AskedByAsync(user, cancellation) is [_, ..]
        )
            return new Error("TwoFactorIsAskedFor");
        if (!await IsRightAsync(user, code))
            return WrongCode;
        IdentityErrors.ThrowOn(await users.SetTwoFactorEnabledAsync(user, false));
        // The old key is gone with it: turning it on again begins with a new one.
        IdentityErrors.ThrowOn(await users.ResetAuthenticatorKeyAsync(user));
        await log.WriteAsync(user, AuditAction.TwoFactorTurnedOff, [], cancellation);
        return true;
    }

    private async Task<string[]> NewCodesAsync(PortalUser user, CancellationToken cancellation)
    {
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes);
        await log.WriteAsync(user, AuditAction.RecoveryCodesMade, [], cancellation);
        return [.. codes!];
    }

    private Task<bool> IsRightAsync(PortalUser user, string code) =>
        users.VerifyTwoFactorTokenAsync(
            user,
            users.Options.Tokens.AuthenticatorTokenProvider,
            SignInPerson.Digits(code)
        );
}
