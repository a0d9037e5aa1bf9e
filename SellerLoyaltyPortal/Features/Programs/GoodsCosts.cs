using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>Reads what a seller's goods cost, for members.</summary>
public sealed class GoodsCosts(SellerDbContextFactory contexts)
{
    public async Task<IReadOnlyDictionary<string, Money>> AllAsync(
        SellerAccess access,
        CancellationToken cancellation
    )
    {
        await using var context = contexts.ForSeller(access.SellerId);
        return await context
            .Set<GoodsCost>()
            .AsNoTracking()
            .ToDictionaryAsync(c => c.Sku, c => c.Cost, StringComparer.Ordinal, cancellation);
    }

    public async Task<int> CountAsync(SellerAccess access, CancellationToken cancellation)
    {
        await using var context = contexts.ForSeller(access.SellerId);
        return await context.Set<GoodsCost>().CountAsync(cancellation);
    }
}
