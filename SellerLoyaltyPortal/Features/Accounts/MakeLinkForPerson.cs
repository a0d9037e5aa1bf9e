using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Features.Accounts.Operators;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>Makes a one-time link for anybody with an account, as an operator.</summary>
public sealed class MakeLinkForPerson(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <returns>The link, relative to the portal.</returns>
    public async Task<Result<string>> RunAsync(
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
        context.Audit(
            clock.GetUtcNow(),
            AuditActor.Person(SellerDirectory.UserIdOf(person)!.Value),
            seller: null,
            AuditAction.LinkMade,
            user.Email
        );
        await context.SaveChangesAsync(cancellation);
        return await services.GetRequiredService<OneTimeLinks>().CreateAsync(user);
    }
}
