using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts.Operators;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>All sellers of the marketplace, for its operators.</summary>
public sealed class ListSellers(SellerDbContextFactory contexts)
{
    public async Task<Result<IReadOnlyList<SellerRow>>> RunAsync(
        ClaimsPrincipal person,
        CancellationToken cancellation
    )
    {
        await using var context = contexts.ForPlatform();
        if (!await OperatorRules.IsOperatorAsync(context, person, cancellation))
            return OperatorRules.OnlyAnOperatorMayDoThis;
        var memberships = context.Set<SellerMembership>();
        var rows = await context
            .Set<Seller>()
            .OrderBy(s => s.Name)
            .Select(s => new SellerRow(
                s.Slug,
                s.Name,
                s.CurrencyCode,
                s.TimeZoneId,
                memberships.Count(m => m.SellerId == s.Id),
                s.CreatedAt
            ))
            .ToListAsync(cancellation);
        return rows;
    }
}
