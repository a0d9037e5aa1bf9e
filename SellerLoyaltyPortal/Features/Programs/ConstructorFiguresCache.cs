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

    public ValueTask<ConstructorFigures> GetAsync(
        LedgerSnapshot snapshot,
        EligibilityRule rule,
        DayNumber asOf,
        CancellationToken cancellation
    ) =>
        _figures.GetAsync(
            (snapshot.SellerId, snapshot.Sequence, rule, asOf),
            () => ConstructorFigures.Of(snapshot.Columns, rule, asOf),
            made => made.Bytes,
            cancellation
        );

    public void Dispose() => _figures.Dispose();
}
