using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>
/// Figures of ledgers on dates that somebody looked at lately. A ledger that has grown has a new sequence, so
/// nothing outdated is ever found.
/// </summary>
public sealed class ConstructorFiguresCache : IDisposable
{
    private const long Budget = 256L * 1024 * 1024;

    private readonly FiguresCache<(SellerId, long, EligibilityRule, DayNumber), ConstructorFigures> _figures =
        new(Budget, TimeSpan.FromMinutes(20));

    /// <param name="snapshot">The ledger.</param>
    /// <param name="rule">How is counted.</param>
    /// <param name="asOf">Last day of the window.</param>
    /// <param name="typicalOrder">The seller's own (<see cref="SellerUnitEconomics.TypicalOrder"/>); null for the median.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async ValueTask<ConstructorFigures> GetAsync(
        LedgerSnapshot snapshot,
        EligibilityRule rule,
        DayNumber asOf,
        Money? typicalOrder,
        CancellationToken cancellation
    )
    {
        var figures = await _figures.GetAsync(
            (snapshot.SellerId, snapshot.Sequence, rule, asOf),
            () => ConstructorFigures.Of(snapshot.Columns, rule, asOf),
            made => made.Bytes,
            cancellation
        );
        return figures.With(typicalOrder);
    }

    public void Dispose() => _figures.Dispose();
}
