using Microsoft.AspNetCore.Identity;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts.Sessions;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.Identity;

/// <summary>
/// Accepts an invitation or renews a forgotten password, over a one-time link. Ends a lock-out: who holds
/// the link need not guess.
/// </summary>
internal sealed class SetPasswordByLink(
    UserManager<PortalUser> users,
    OneTimeLinks links,
    SignInLog log,
    PortalDbContext context
)
{
    /// <param name="displayName">Null where the person keeps the name they have.</param>
    public async Task<Result<PortalUser>> RunAsync(
        (string? UserId, string? Token) link,
        string? displayName,
        string password,
        string language,
        CancellationToken cancellation
    )
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var user = await links.FindAsync(link.UserId, link.Token);
        if (user is null)
            return new Error("LinkIsNoLongerValid");
        var isInvitation = user.PasswordHash is null;
        if (displayName is not null)
        {
            if (AccountStore.NameError(displayName) is { } wrong)
                return wrong;
            user.DisplayName = displayName.Trim();
        }
        if (isInvitation)
            user.Language = language;
        var set = await users.ResetPasswordAsync(user, link.Token!, password);
        if (!set.Succeeded)
            return Result<PortalUser>.Failure(IdentityErrors.Of(set));
        user.EmailConfirmed = true;
        IdentityErrors.ThrowOn(await users.SetLockoutEndDateAsync(user, null));
        IdentityErrors.ThrowOn(await users.ResetAccessFailedCountAsync(user));
        await log.AddAsync(context, user, AuditAction.PasswordSetByLink, [], cancellation);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return user;
    }
}
