using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>Makes the figures of a seller's goods; null while no cost is known, and nothing is read then.</summary>
public sealed class LoadGoodsFigures(
    GoodsCosts goodsCosts,
    GoodsSales goodsSales,
    UnitEconomicsSettings settings
)
{
    public async Task<GoodsFigures?> RunAsync(
        SellerAccess access,
        DayRange window,
        CancellationToken cancellation
    )
    {
        var costs = await goodsCosts.AllAsync(access, cancellation);
        if (costs.Count == 0)
            return null;
        return new(
            window,
            await goodsSales.BetweenAsync(access, window, cancellation),
            costs,
            await settings.GetAsync(access, cancellation)
        );
    }
}
