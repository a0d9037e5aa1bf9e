using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>The figures that costs are calculated from, for members; kept while they are looked at.</summary>
public sealed class LoadCostFigures(LedgerSnapshots snapshots) : IDisposable
{
    private const long Budget = 256L * 1024 * 1024;

    // They hold on to the ledger that they are of: only as long as a page takes from the server to its circuit.
    private readonly FiguresCache<(SellerId, long, EligibilityRule, DayNumber), CostFigures> _figures = new(
        Budget,
        TimeSpan.FromMinutes(2)
    );

    public async Task<CostFigures> RunAsync(
        SellerAccess access,
        EligibilityRule rule,
        DayNumber asOf,
        CancellationToken cancellation
    )
    {
        var snapshot = await snapshots.GetAsync(access.SellerId, CostFigures.Needs, cancellation);
        return await _figures.GetAsync(
            (snapshot.SellerId, snapshot.Sequence, rule, asOf),
            () => CostFigures.Of(snapshot.Columns, rule, asOf),
            made => made.Bytes,
            cancellation
        );
    }

    public void Dispose() => _figures.Dispose();
}
