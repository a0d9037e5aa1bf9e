using System.Runtime.InteropServices;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility.Sorting;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>
/// How many buyers qualify, and with how much revenue, at every threshold: exact, because it keeps every
/// total (sorted) instead of a grid, and answers any threshold by binary search.
/// </summary>
public sealed class ThresholdCurve
{
    private ThresholdCurve(EligibilityRule rule, DayNumber asOf, SortedTotals sorted) =>
        (Rule, AsOf, Sorted) = (rule, asOf, sorted);

    public EligibilityRule Rule { get; }

    public DayNumber AsOf { get; }

    internal SortedTotals Sorted { get; }

    /// <summary>Buyers with any line that counts in the window: what shares of buyers are taken of.</summary>
    public int Buyers => Sorted.Count;

    /// <summary>The sum of all their totals: what shares of revenue are taken of.</summary>
    public Money Revenue => new(Sorted.Revenue);

    /// <summary>Every distinct total, ascending, made as it is enumerated.</summary>
    public ThresholdSteps Steps => new(this);

    /// <summary>
    /// The curve on a date, where each buyer's total is not wanted: the totals are sorted as they are added up and
    /// never written out.
    /// </summary>
    /// <exception cref="InvalidOperationException">The snapshot was built without the rule's price base.</exception>
    public static ThresholdCurve Of(PurchaseColumns columns, EligibilityRule rule, DayNumber asOf) =>
        columns.Patch is null && CurvePass.Of(columns, rule, asOf, keepTotals: false) is { } pass
            ? new(rule, asOf, pass.Sorted)
            : From(BuyerTotalsCalculator.Calculate(columns, rule, asOf));

    public static ThresholdCurve From(BuyerTotals totals) =>
        new(totals.Rule, totals.AsOf, TotalsSorter.Sort(totals));

    /// <summary>Both in one pass.</summary>
    internal static (BuyerTotals Totals, ThresholdCurve Curve) WithTotals(
        PurchaseColumns columns,
        EligibilityRule rule,
        DayNumber asOf
    )
    {
        if (columns.Patch is null && CurvePass.Of(columns, rule, asOf, keepTotals: true) is { } pass)
            return (pass.Totals!, new(rule, asOf, pass.Sorted));
        var totals = BuyerTotalsCalculator.Calculate(columns, rule, asOf);
        return (totals, From(totals));
    }

    /// <summary>
    /// The curve after an append, equal to one made anew: the changed totals are taken out and put in, and
    /// nothing else is touched.
    /// </summary>
    /// <param name="before">The totals that this curve was made from.</param>
    /// <param name="after"><see cref="BuyerTotalsCalculator.Update"/> of them.</param>
    public ThresholdCurve Update(BuyerTotals before, BuyerTotals after)
    {
        if (!ReferenceEquals(before.Columns.Identity, after.Columns.PreviousIdentity))
            return ReferenceEquals(before, after) ? this : From(after);
        var changed = after.Columns.ChangedBuyers;
        var (removed, added) = (new List<long>(changed.Length), new List<long>(changed.Length));
        foreach (var buyer in changed)
        {
            var old = buyer < before.Length ? before.Raw(buyer) : BuyerTotals.NoTotal;
            var now = after.Raw(buyer);
            if (old == now)
                continue;
            if (old != BuyerTotals.NoTotal)
                removed.Add(old);
            if (now != BuyerTotals.NoTotal)
                added.Add(now);
        }
        removed.Sort();
        added.Sort();
        return new(
            Rule,
            AsOf,
            Sorted.With(CollectionsMarshal.AsSpan(removed), CollectionsMarshal.AsSpan(added))
        );
    }

    /// <summary>Buyers who qualify at a threshold, by the rule's boundary.</summary>
    public int BuyersAt(Money threshold) => Buyers - RankOf(threshold);

    /// <summary>The totals of those who qualify at a threshold together.</summary>
    public Money RevenueAt(Money threshold) => new(Sorted.RevenueFrom(Least(threshold)));

    /// <summary>
    /// Buyers who do not qualify at the threshold but would with <paramref name="lift"/> more: with a typical
    /// order, those who are one order away. Only buyers in the base; a lift of zero or less lifts nobody.
    /// </summary>
    public int NearAt(Money threshold, Money lift) =>
        Math.Max(0, RankOf(threshold) - RankOf(threshold, lift));

    /// <summary>
    /// The highest threshold at which at least <paramref name="buyers"/> qualify, or null when there are
    /// fewer. Under <see cref="ThresholdBoundary.Above"/> that lies 1/10,000 under the buyer's total.
    /// </summary>
    public Money? ThresholdFor(int buyers)
    {
        if (buyers < 1 || buyers > Buyers)
            return null;
        var total = Sorted[Buyers - buyers];
        return new(Rule.Boundary == ThresholdBoundary.AtLeast ? total : total - 1);
    }

    /// <summary>The total of the buyer who has <paramref name="rank"/> buyers in the base below or before them.</summary>
    /// <exception cref="IndexOutOfRangeException">Not from 0 to <see cref="Buyers"/> − 1.</exception>
    public Money TotalAt(int rank) => new(Sorted[rank]);

    // The first rank whose buyer qualifies with the lift added to their total.
    private int RankOf(Money threshold, Money lift = default) => Sorted.RankOf(Least(threshold, lift));

    private Int128 Least(Money threshold, Money lift = default)
    {
        var least = (Int128)threshold.TenThousandths - lift.TenThousandths;
        return Rule.Boundary == ThresholdBoundary.Above ? least + 1 : least;
    }
}
