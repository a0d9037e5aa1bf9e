using Microsoft.AspNetCore.Identity;
using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Features.Accounts.Sessions;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.Passkeys;

/// <summary>A person's passkeys: what they may sign in with instead of the password and its second step.</summary>
internal sealed class PasskeySettings(
    UserManager<PortalUser> users,
    PortalSignIn signIn,
    AskAgain again,
    AccountChanges changes
)
{
    public const int Most = 10;
    public const int LongestName = 60;

    public async Task<IReadOnlyList<UserPasskeyInfo>> ListAsync(PortalUser user) =>
        [.. (await users.GetPasskeysAsync(user)).OrderBy(p => p.CreatedAt)];

    /// <summary>What the browser is to ask its authenticator for; the challenge waits in a cookie.</summary>
    public Task<string> OptionsAsync(PortalUser user) =>
        signIn.MakePasskeyCreationOptionsAsync(
            new()
            {
                Id = user.Id.ToString(),
                Name = user.Email!,
                DisplayName = user.DisplayName,
            }
        );

    /// <param name="password">Asked for again: an open browser must not be enough for a further way in.</param>
    /// <param name="credential">What the browser's authenticator made, as JSON.</param>
    public async Task<Result<bool>> AddAsync(
        PortalUser user,
        string name,
        string? password,
        string credential,
        CancellationToken cancellation
    )
    {
        name = name.Trim();
        if (name.Length is 0 or > LongestName)
            return new Error("PasskeyNeedsName", "Name", LongestName);
        if ((await users.GetPasskeysAsync(user)).Count >= Most)
            return new Error("PasskeysAreTooMany", null, Most);
        if (await again.ForPasswordAsync(user, password, "Password", cancellation) is { } refused)
            return refused;
        if (
            await signIn.TryAttestAsync(credential) is not { UserEntity: { } made, Passkey: { } passkey }
            || made.Id != user.Id.ToString()
        )
            return PasskeySignIn.Refused;
        passkey.Name = name;
        IdentityErrors.ThrowOn(
            await changes.StoreAsync(
                user,
                AuditAction.PasskeyAdded,
                [new AuditDetail(AuditDetail.Passkey, name)],
                () => users.AddOrUpdatePasskeyAsync(user, passkey),
                cancellation
            )
        );
        return true;
    }

    /// <param name="password">Asked for again: whoever finds an open browser would take away a way in.</param>
    public async Task<Result<bool>> RemoveAsync(
        PortalUser user,
        string? password,
        byte[] credentialId,
        CancellationToken cancellation
    )
    {
        if (await again.ForPasswordAsync(user, password, "RemovalPassword", cancellation) is { } refused)
            return refused;
        if (await users.GetPasskeyAsync(user, credentialId) is not { } passkey)
            return true;
        IdentityErrors.ThrowOn(
            await changes.StoreAsync(
                user,
                AuditAction.PasskeyRemoved,
                [new AuditDetail(AuditDetail.Passkey, passkey.Name ?? "")],
                () => users.RemovePasskeyAsync(user, credentialId),
                cancellation
            )
        );
        return true;
    }
}
