using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>
/// One rule on one date, ready to answer: a snapshot, its totals and its curve, which belong together.
/// Immutable; after an append <see cref="After"/> makes the next one, and readers of this one go on.
/// </summary>
public sealed class EligibilityState
{
    private EligibilityState(BuyerTotals totals, ThresholdCurve curve) => (Totals, Curve) = (totals, curve);

    public PurchaseColumns Columns => Totals.Columns;

    public BuyerTotals Totals { get; }

    public ThresholdCurve Curve { get; }

    /// <summary>The ledger's sequence number up to which every event counts.</summary>
    public long LedgerSequence => Columns.LedgerSequence;

    /// <exception cref="InvalidOperationException">The snapshot was built without the rule's price base.</exception>
    public static EligibilityState Of(PurchaseColumns columns, EligibilityRule rule, DayNumber asOf)
    {
        var (totals, curve) = ThresholdCurve.WithTotals(columns, rule, asOf);
        return new(totals, curve);
    }

    /// <summary>
    /// The same rule and date on a later snapshot. Straight after an append (or a compaction) only what the
    /// append concerns is calculated; from any other snapshot, everything.
    /// </summary>
    public EligibilityState After(PurchaseColumns columns)
    {
        if (ReferenceEquals(columns, Columns))
            return this;
        var totals = BuyerTotalsCalculator.Update(Totals, columns);
        return new(totals, Curve.Update(Totals, totals));
    }
}
