using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Features.Audit;

namespace SellerLoyaltyPortal.Features.Accounts.Sessions;

/// <summary>Where a person is signed in, and how that ends.</summary>
internal sealed class SignInSessions(
    SellerDbContextFactory contexts,
    IServiceScopeFactory scopes,
    SessionUses uses,
    SignInLog log,
    IOptions<AccountsOptions> options,
    TimeProvider clock
)
{
    public const string Claim = "session";

    public static Guid? IdOf(ClaimsPrincipal person) =>
        Guid.TryParseExact(person.FindFirstValue(Claim), "N", out var id) ? id : null;

    /// <summary>
    /// Whether the session of a cookie or circuit still runs. One that names none is of before sessions were
    /// kept, and dies with its security stamp only.
    /// </summary>
    public async Task<bool> IsAliveAsync(ClaimsPrincipal person, CancellationToken cancellation)
    {
        if (IdOf(person) is not { } id)
            return true;
        await using var context = contexts.ForPlatform();
        var session = await context
            .Set<SignInSession>()
            .AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == id, cancellation);
        if (session is null || !Runs(session))
            return false;
        uses.Note(session);
        return true;
    }

    /// <summary>Those that run, the latest seen first.</summary>
    public async Task<IReadOnlyList<SignInSession>> ListAsync(PortalUser user, CancellationToken cancellation)
    {
        await using var context = contexts.ForPlatform();
        var sessions = await context
            .Set<SignInSession>()
            .AsNoTracking()
            .Where(s => s.UserId == user.Id && s.EndedAt == null)
            .OrderByDescending(s => s.LastSeenAt)
            .ToListAsync(cancellation);
        return [.. sessions.Where(Runs)];
    }

    /// <param name="how">By signing out of it, or from another one.</param>
    /// <returns>Whether there was such a session of this person, and it ran.</returns>
    public async Task<bool> EndAsync(
        PortalUser user,
        Guid id,
        AuditAction how,
        CancellationToken cancellation
    )
    {
        await using var context = contexts.ForPlatform();
        var session = await context
            .Set<SignInSession>()
            .SingleOrDefaultAsync(s => s.Id == id && s.UserId == user.Id && s.EndedAt == null, cancellation);
        if (session is null)
            return false;
        session.EndedAt = clock.GetUtcNow();
        await log.AddAsync(context, user, how, [], cancellation);
        await context.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Every sign-in of the person ends, the one that asks too; one-time links made before die as well.</summary>
    /// <param name="by">Null: the person themselves.</param>
    public async Task EndAllAsync(Guid userId, CancellationToken cancellation, AuditActor? by = null)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var users = services.GetRequiredService<UserManager<PortalUser>>();
        if (await users.FindByIdAsync(userId.ToString()) is not { } user)
            return;
        var context = services.GetRequiredService<PortalDbContext>();
        var now = clock.GetUtcNow();
        IdentityErrors.ThrowOn(
            await services
                .GetRequiredService<AccountChanges>()
                .StoreAsync(
                    user,
                    AuditAction.SignedOutEverywhere,
                    [],
                    async () =>
                    {
                        await context
                            .Set<SignInSession>()
                            .Where(s => s.UserId == userId && s.EndedAt == null)
                            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellation);
                        return await users.UpdateSecurityStampAsync(user);
                    },
                    cancellation,
                    by
                )
        );
    }

    private bool Runs(SignInSession session) =>
        session.EndedAt is null
        && clock.GetUtcNow() < session.StartedAt.AddDays(options.Value.LongestSessionDays);
}
