using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>
/// A seller's unit economics, for members. Where the seller has said nothing: the unit cost that their costs by article
/// come to, else what the operator has set, else an example.
/// </summary>
public sealed class UnitEconomicsSettings(
    SellerDbContextFactory contexts,
    GoodsCostShare goods,
    IOptions<EconomicsDefaults> defaults
)
{
    public async Task<SellerUnitEconomics> GetAsync(SellerAccess access, CancellationToken cancellation)
    {
        await using (var context = contexts.ForSeller(access.SellerId))
        {
            var stored = await context
                .Set<SellerEconomics>()
                .AsNoTracking()
                .SingleOrDefaultAsync(cancellation);
            if (stored is not null)
                return SellerUnitEconomics.From(stored);
        }
        var (unit, hasCommission, hasUnitCost) = defaults.Value.For(access.Slug);
        var start = SellerUnitEconomics.Default with
        {
            Unit = unit,
            CommissionFrom = hasCommission ? EconomicsSource.Operator : EconomicsSource.Example,
            UnitCostFrom = hasUnitCost ? EconomicsSource.Operator : EconomicsSource.Example,
        };
        return await goods.FindAsync(access, cancellation) is var (cost, coverage)
            ? start with
            {
                Unit = unit with { UnitCost = cost },
                UnitCostFrom = EconomicsSource.Goods,
                CostCoverage = coverage,
            }
            : start;
    }
}
