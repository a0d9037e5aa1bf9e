using Microsoft.AspNetCore.Identity;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.Identity;

/// <summary>A person's new password, for which the old one is asked again; every other sign-in of theirs ends.</summary>
internal sealed class ChangePassword(UserManager<PortalUser> users, AskAgain again, AccountChanges changes)
{
    public async Task<Result<bool>> RunAsync(
        PortalUser user,
        string? current,
        string password,
        CancellationToken cancellation
    )
    {
        if (password.Length > AskAgain.LongestPassword)
            return new Error("PasswordIsTooLong", nameof(NewAccount.Password), AskAgain.LongestPassword);
        if (await again.ForPasswordAsync(user, current, "CurrentPassword", cancellation) is { } refused)
            return refused;
        var changed = await changes.StoreAsync(
            user,
            AuditAction.PasswordChanged,
            [],
            () => users.ChangePasswordAsync(user, current!, password),
            cancellation
        );
        return changed.Succeeded ? true : Result<bool>.Failure(IdentityErrors.Of(changed));
    }
}
