using System.Net;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.Sessions;

/// <summary>
/// Writes what a person does with their own account into the audit log: once for the platform, and once for
/// each seller that they belong to, whose owners then see who comes and goes.
/// </summary>
internal sealed class SignInLog(
    SellerDbContextFactory contexts,
    IHttpContextAccessor requests,
    TimeProvider clock,
    ILogger<SignInLog> logger
)
{
    /// <summary>Where the request came from; null outside a request.</summary>
    public string? Address => Readable(requests.HttpContext?.Connection.RemoteIpAddress);

    public async Task WriteAsync(
        PortalUser user,
        AuditAction action,
        IReadOnlyList<AuditDetail> details,
        CancellationToken cancellation
    )
    {
        await using var context = contexts.ForPlatform();
        await AddAsync(context, user, action, details, cancellation);
        await context.SaveChangesAsync(cancellation);
    }

    /// <summary>An attempt at an account that is closed for a while, whichever way it came.</summary>
    /// <returns>What its maker is told.</returns>
    public async Task<Error> LockOutAsync(PortalUser user, CancellationToken cancellation)
    {
        logger.LogWarning("Sign-in of user {UserId} is locked out", user.Id);
        await WriteAsync(user, AuditAction.SignInLockedOut, [], cancellation);
        return SignInThrottle.LockedOut;
    }

    /// <summary>An attempt at an address without an account. What was typed is not kept: it may be a password.</summary>
    public async Task WriteVisitorAsync(AuditAction action, CancellationToken cancellation)
    {
        await using var context = contexts.ForPlatform();
        context.Audit(
            clock.GetUtcNow(),
            new AuditActor(AuditActorKind.Visitor, Address: Address),
            seller: null,
            action
        );
        await context.SaveChangesAsync(cancellation);
    }

    /// <summary>The same, stored with whatever else the caller stores.</summary>
    /// <param name="by">Null: the person themselves.</param>
    public async Task AddAsync(
        PortalDbContext context,
        PortalUser user,
        AuditAction action,
        IReadOnlyList<AuditDetail> details,
        CancellationToken cancellation,
        AuditActor? by = null
    )
    {
        var sellers = await context
            .Set<SellerMembership>()
            .Where(m => m.UserId == user.Id)
            .Select(m => (SellerId?)m.SellerId)
            .ToListAsync(cancellation);
        var (now, actor) = (clock.GetUtcNow(), by ?? AuditActor.Person(user.Id, Address));
        foreach (var seller in sellers.Prepend(null))
            context.Audit(now, actor, seller, action, user.Email, details);
    }

    private static string? Readable(IPAddress? address) =>
        address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4().ToString() : address?.ToString();
}
