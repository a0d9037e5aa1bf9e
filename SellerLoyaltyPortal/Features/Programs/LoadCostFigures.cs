using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>Makes the figures that costs are calculated from, for members.</summary>
public sealed class LoadCostFigures(LedgerSnapshots snapshots)
{
    public async Task<CostFigures> RunAsync(
        SellerAccess access,
        EligibilityRule rule,
        DayNumber asOf,
        CancellationToken cancellation
    )
    {
        var snapshot = await snapshots.GetAsync(access.SellerId, cancellation);
        // Off the circuit's thread: a large ledger takes a moment, and the page must go on answering.
        return await Task.Run(() => CostFigures.Of(snapshot.Columns, rule, asOf), cancellation);
    }
}
