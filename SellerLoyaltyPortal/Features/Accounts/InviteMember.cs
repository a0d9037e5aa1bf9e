using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Features.Accounts.Members;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>
/// Invites a person to a seller by e-mail. Nobody has proved that an existing account belongs to whoever
/// the owner means (somebody else may have registered the address first), so such a person becomes a member
/// only when they open the link that the owner hands them, signed in.
/// </summary>
public sealed class InviteMember(SellerDirectory sellers, IServiceScopeFactory scopes, TimeProvider clock)
{
    public async Task<Result<Invitation>> RunAsync(
        SellerAccess access,
        string email,
        SellerRole role,
        CancellationToken cancellation
    )
    {
        if (!await sellers.StillMayAsync(access, SellerRole.Owner, cancellation))
            return MemberRules.OnlyAnOwnerMayDoThis;
        if (Validate(email) is { } wrong)
            return wrong;
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var context = services.GetRequiredService<PortalDbContext>();
        var links = services.GetRequiredService<OneTimeLinks>();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var user = await services
            .GetRequiredService<UserManager<PortalUser>>()
            .FindByEmailAsync(email.Trim());
        if (
            user is not null
            && await context
                .Set<SellerMembership>()
                .AnyAsync(m => m.SellerId == access.SellerId && m.UserId == user.Id, cancellation)
        )
            return new Error("IsMemberAlready", nameof(NewAccount.Email));
        context.Audit(
            clock.GetUtcNow(),
            access.Actor,
            access.SellerId,
            AuditAction.MemberInvited,
            user?.Email ?? email.Trim(),
            new AuditDetail(AuditDetail.Role, role.ToString())
        );
        if (user is not null && !await IsFreshAsync(context, access, user, cancellation))
        {
            await context.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return new Invitation(
                user.Email!,
                services.GetRequiredService<JoinLinks>().Create(access, user, role),
                IsNewAccount: false
            );
        }
        if (user is null)
        {
            var added = await services.GetRequiredService<AccountStore>().AddAsync(new NewAccount(email));
            if (!added.TryGet(out user))
                return Result<Invitation>.Failure(added.Errors);
        }
        context.Add(
            new SellerMembership
            {
                SellerId = access.SellerId,
                UserId = user.Id,
                Role = role,
            }
        );
        await context.SaveChangesAsync(cancellation);
        var link = await links.CreateAsync(user);
        await transaction.CommitAsync(cancellation);
        return new Invitation(user.Email!, link, IsNewAccount: true);
    }

    /// <summary>What can be said without the database, for the form while it is filled in.</summary>
    public static Error? Validate(string email) => AccountStore.EmailError(email);

    /// <summary>An account that was never used and opens nothing: an invitation that was taken back.</summary>
    private static async Task<bool> IsFreshAsync(
        PortalDbContext context,
        SellerAccess access,
        PortalUser user,
        CancellationToken cancellation
    ) =>
        user.PasswordHash is null
        && await MemberRules.OwnerMayMakeLinkAsync(context, access.SellerId, user.Id, cancellation) is null;
}
