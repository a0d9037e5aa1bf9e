using Microsoft.AspNetCore.Identity;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts.Sessions;
using SellerLoyaltyPortal.Features.Audit;

namespace SellerLoyaltyPortal.Features.Accounts.Identity;

/// <summary>
/// What a person changes of their account and its entry in the audit log, stored together or not at all: Identity
/// saves for itself, so that a crash in between would leave a change that nobody made.
/// </summary>
internal sealed class AccountChanges(PortalDbContext context, SignInLog log)
{
    /// <param name="change">Through Identity's managers of the same scope; a refusal leaves nothing behind.</param>
    /// <param name="by">Null: the person themselves.</param>
    public async Task<IdentityResult> StoreAsync(
        PortalUser user,
        AuditAction action,
        IReadOnlyList<AuditDetail> details,
        Func<Task<IdentityResult>> change,
        CancellationToken cancellation,
        AuditActor? by = null
    )
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var changed = await change();
        if (!changed.Succeeded)
            return changed;
        await log.AddAsync(context, user, action, details, cancellation, by);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return changed;
    }
}
