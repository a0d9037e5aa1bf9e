using Microsoft.AspNetCore.Identity;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.TwoFactor;

/// <summary>Turns a person's second step on and off. Either ends their other sign-ins.</summary>
internal sealed class TwoFactorSettings(
    UserManager<PortalUser> users,
    IUserStore<PortalUser> store,
    SellerDbContextFactory contexts,
    SignInThrottle throttle,
    AskAgain again,
    AccountChanges changes
)
{
    public const int RecoveryCodes = 10;

    /// <summary>The key that the app is to be given; made on first sight, the same until it is used.</summary>
    public async Task<string> KeyAsync(PortalUser user, CancellationToken cancellation)
    {
        // Two windows that are opened at once must show one key.
        using var turn = await throttle.EnterAsync(user.Email!, cancellation);
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

    /// <param name="password">Asked for again: whoever finds an open browser would bind their own app.</param>
    /// <returns>The recovery codes, which are never shown again.</returns>
    public async Task<Result<IReadOnlyList<string>>> TurnOnAsync(
        PortalUser user,
        string? password,
        string code,
        CancellationToken cancellation
    )
    {
        if (await again.ForPasswordAsync(user, password, "Password", cancellation) is { } refused)
            return refused;
        // Nothing is guessed here, the key stands on the page: a clock that is wrong must not close the account.
        var fits = await users.VerifyTwoFactorTokenAsync(
            user,
            users.Options.Tokens.AuthenticatorTokenProvider,
            SignInPerson.Digits(code)
        );
        if (!fits)
            return new Error("CodeIsWrong", "Code");
        IdentityErrors.ThrowOn(
            await changes.StoreAsync(
                user,
                AuditAction.TwoFactorTurnedOn,
                [],
                () => users.SetTwoFactorEnabledAsync(user, true),
                cancellation
            )
        );
        return await NewCodesAsync(user, cancellation);
    }

    /// <summary>Recovery codes in place of those that there were.</summary>
    public async Task<Result<IReadOnlyList<string>>> RenewCodesAsync(
        PortalUser user,
        string code,
        CancellationToken cancellation
    )
    {
        if (await again.ForCodeAsync(user, code, "Code", cancellation) is { } wrong)
            return wrong;
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
        if (await again.ForCodeAsync(user, code, "Code", cancellation) is { } wrong)
            return wrong;
        IdentityErrors.ThrowOn(
            await changes.StoreAsync(
                user,
                AuditAction.TwoFactorTurnedOff,
                [],
                async () =>
                {
                    IdentityErrors.ThrowOn(await users.SetTwoFactorEnabledAsync(user, false));
                    // The old key is gone with it: turning it on again begins with a new one.
                    return await users.ResetAuthenticatorKeyAsync(user);
                },
                cancellation
            )
        );
        return true;
    }

    private async Task<string[]> NewCodesAsync(PortalUser user, CancellationToken cancellation)
    {
        string[] codes = [];
        IdentityErrors.ThrowOn(
            await changes.StoreAsync(
                user,
                AuditAction.RecoveryCodesMade,
                [],
                async () =>
                {
                    codes = [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes))!];
                    return IdentityResult.Success;
                },
                cancellation
            )
        );
        return codes;
    }
}
