using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts.Operators;
using SellerLoyaltyPortal.Features.Accounts.Sessions;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>Ends every sign-in of a person, as an operator: a lost laptop, an account in wrong hands.</summary>
public sealed class EndPersonsSignIns(IServiceScopeFactory scopes, TimeProvider clock)
{
    public async Task<Result<bool>> RunAsync(
        ClaimsPrincipal person,
        string email,
        CancellationToken cancellation
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var context = services.GetRequiredService<PortalDbContext>();
        if (!await OperatorRules.IsOperatorAsync(context, person, cancellation))
            return OperatorRules.OnlyAnOperatorMayDoThis;
        var user = await services
            .GetRequiredService<UserManager<PortalUser>>()
            .FindByEmailAsync(email.Trim());
        if (user is null)
            return new Error("NobodyHasThisEmail", nameof(NewAccount.Email));
        var by = AuditActor.Person(SellerDirectory.UserIdOf(person)!.Value);
        context.Audit(clock.GetUtcNow(), by, seller: null, AuditAction.SessionEnded, user.Email);
        await context.SaveChangesAsync(cancellation);
        await services.GetRequiredService<SignInSessions>().EndAllAsync(user.Id, cancellation, by);
        return true;
    }
}
