using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts.TwoFactor;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>Which sellers a person may enter, read from the database each time.</summary>
/// <param name="log">Null where nobody reads it.</param>
public sealed class SellerDirectory(SellerDbContextFactory contexts, ILogger<SellerDirectory>? log = null)
{
    /// <summary>The claim that says with which of a seller's keys a machine came.</summary>
    public const string KeyIdClaim = "key";

    /// <summary>
    /// The person's access to the seller of that slug; null where there is no such seller and where they
    /// are no member of it: a caller can't tell the two apart.
    /// </summary>
    public async Task<SellerAccess?> FindAsync(
        ClaimsPrincipal person,
        string slug,
        CancellationToken cancellation
    )
    {
        if (UserIdOf(person) is not { } userId)
            return null;
        await using var context = contexts.ForPlatform();
        return (
            await AccessQuery(context, userId).Where(a => a.Seller.Slug == slug).ToListAsync(cancellation)
        )
            .Select(a => ToAccess(a, person))
            .SingleOrDefault();
    }

    /// <summary>All sellers of the person, by name.</summary>
    public async Task<IReadOnlyList<SellerAccess>> ListAsync(
        ClaimsPrincipal person,
        CancellationToken cancellation
    )
    {
        if (UserIdOf(person) is not { } userId)
            return [];
        await using var context = contexts.ForPlatform();
        return
        [
            .. (
                await AccessQuery(context, userId).OrderBy(a => a.Seller.Name).ToListAsync(cancellation)
            ).Select(a => ToAccess(a, person)),
        ];
    }

    /// <summary>What a seller's key opens; null where the seller is gone. The caller has checked the key.</summary>
    public async Task<SellerAccess?> FindForKeyAsync(
        SellerId sellerId,
        Guid keyId,
        SellerRole role,
        CancellationToken cancellation
    )
    {
        await using var context = contexts.ForPlatform();
        var seller = await context
            .Set<Seller>()
            .AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == sellerId, cancellation);
        return seller is null ? null : ToAccess(seller, role, keyId) with { IsMachine = true };
    }

    /// <summary>
    /// Whether the member has at least this role now: every command asks, because a page may have been open
    /// since before the person was removed or demoted.
    /// </summary>
    public async Task<bool> StillMayAsync(
        SellerAccess access,
        SellerRole atLeast,
        CancellationToken cancellation
    )
    {
        if (access.IsMachine)
            return access.Role >= atLeast;
        await using var context = contexts.ForPlatform();
        var role = await context
            .Set<SellerMembership>()
            .Where(m => m.SellerId == access.SellerId && m.UserId == access.UserId)
            .Select(m => (SellerRole?)m.Role)
            .SingleOrDefaultAsync(cancellation);
        if (role >= atLeast)
            return true;
        log?.LogWarning(
            "A command at seller {Seller} is refused to person {User}: {Role}, and not {AtLeast}",
            access.SellerId.Value,
            access.UserId,
            role?.ToString() ?? "no member",
            atLeast
        );
        return false;
    }

    public static Guid? UserIdOf(ClaimsPrincipal person) =>
        Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    private static IQueryable<AccessRow> AccessQuery(PortalDbContext context, Guid userId) =>
        from membership in context.Set<SellerMembership>()
        join seller in context.Set<Seller>() on membership.SellerId equals seller.Id
        where membership.UserId == userId
        select new AccessRow { Seller = seller, Membership = membership };

    private static SellerAccess ToAccess(AccessRow row, ClaimsPrincipal person) =>
        ToAccess(row.Seller, row.Membership.Role, row.Membership.UserId) with
        {
            LacksSecondStep = row.Seller.RequiresTwoFactor && !SecondStep.IsOn(person),
        };

    private static SellerAccess ToAccess(Seller seller, SellerRole role, Guid userId) =>
        new()
        {
            SellerId = seller.Id,
            Slug = seller.Slug,
            Name = seller.Name,
            Currency = Currency.Of(seller.CurrencyCode),
            Calendar = BusinessCalendar.Of(seller.TimeZoneId),
            Role = role,
            UserId = userId,
            DemoShiftDays = seller.DemoShiftDays,
            RequiresTwoFactor = seller.RequiresTwoFactor,
        };

    private sealed class AccessRow
    {
        public required Seller Seller { get; init; }
        public required SellerMembership Membership { get; init; }
    }
}
