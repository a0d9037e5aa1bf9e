using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>
/// Creates a person's account with its memberships, all or nothing. For the platform itself (command line,
/// demo); it asks nobody's permission, so no page may call it.
/// </summary>
public sealed class CreateAccount(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <returns>The id of the new account.</returns>
    public async Task<Result<Guid>> RunAsync(NewAccount account, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var added = await scope.ServiceProvider.GetRequiredService<AccountStore>().AddAsync(account);
        if (!added.TryGet(out var user))
            return Result<Guid>.Failure(added.Errors);
        context.AddRange(
            account.Memberships.Select(m => new SellerMembership
            {
                SellerId = m.Seller,
                UserId = user.Id,
                Role = m.Role,
            })
        );
        context.Audit(
            clock.GetUtcNow(),
            AuditActor.Machine,
            seller: null,
            AuditAction.AccountCreated,
            user.Email,
            account.IsOperator ? [new AuditDetail(AuditDetail.Role, Policies.OperatorRole)] : []
        );
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return user.Id;
    }
}
