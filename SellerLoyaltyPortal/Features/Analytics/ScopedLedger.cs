using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>A ledger as it is now with what is asked of it, and all that is needed to find whom that means.</summary>
/// <param name="Snapshot">The ledger.</param>
/// <param name="Scope">Date and filter.</param>
/// <param name="Rule">What counts toward totals, for segments and bands.</param>
/// <param name="InCategory">Who bought of the filter's category; null where it names none.</param>
internal sealed record ScopedLedger(
    LedgerSnapshot Snapshot,
    AnalyticsScope Scope,
    EligibilityRule Rule,
    CategoryBuyers? InCategory
)
{
    public DayNumber AsOf => Scope.AsOf;

    public PurchaseColumns Columns => Snapshot.Columns;

    /// <summary>Names the scope on this ledger, for results that are kept.</summary>
    public object Key => (Snapshot.SellerId, Snapshot.Sequence, Rule, Scope);

    /// <summary>The days with purchases up to the as-of date; null where there are none.</summary>
    public DayRange? Days =>
        Snapshot is { FirstDay: { } first, LastDay: { } last } && first <= AsOf
            ? new(first, last < AsOf ? last : AsOf)
            : null;

    /// <summary>Whom the filter means; null for everybody.</summary>
    public BuyerSet? Buyers(AnalyticsWork work, CancellationToken cancellation) =>
        Scope.Filter == BuyerFilter.Everybody
            ? null
            : work.Kept(("buyers", Key), () => FilteredBuyers.Find(this, work, cancellation));

    /// <summary>The board of everybody, whatever the filter.</summary>
    public BuyerBoard Board(AnalyticsWork work, CancellationToken cancellation) =>
        work.Board(
            (Snapshot.SellerId, Snapshot.Sequence, Rule, AsOf),
            () => BuyerBoard.From(Columns, Rule, AsOf, cancellation)
        );
}
