using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>Reads a seller's unit economics, for members.</summary>
public sealed class UnitEconomicsSettings(SellerDbContextFactory contexts)
{
    public async Task<SellerUnitEconomics> GetAsync(SellerAccess access, CancellationToken cancellation)
    {
        await using var context = contexts.ForSeller(access.SellerId);
        var stored = await context.Set<SellerEconomics>().AsNoTracking().SingleOrDefaultAsync(cancellation);
        return SellerUnitEconomics.From(stored);
    }
}
