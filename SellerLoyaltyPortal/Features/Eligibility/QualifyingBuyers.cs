using System.Collections;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>
/// The buyers of the base by total, highest first (equal totals by ordinal), each with where they stand
/// against a threshold. Rows are made as they are read, so that a table of a million costs an integer a
/// buyer; those who qualify come first, then the near ones, then the rest.
/// </summary>
public sealed class QualifyingBuyers : IReadOnlyList<RankedBuyer>
{
    private readonly BuyerTotals _totals;
    private readonly int[] _ordinals;

    private QualifyingBuyers(BuyerTotals totals, int[] ordinals, Money threshold, Money typicalOrder)
    {
        (_totals, _ordinals) = (totals, ordinals);
        (Threshold, TypicalOrder) = (threshold, typicalOrder);
        QualifyingCount = CountWhile(t => totals.Rule.Qualifies(t, threshold));
        // Taken off the threshold, not added to totals: those may be as large as amounts get.
        var lifted = threshold - typicalOrder;
        NearCount = CountWhile(t => totals.Rule.Qualifies(t, lifted)) - QualifyingCount;
    }

    public Money Threshold { get; }

    /// <summary>What lifts a near buyer over the threshold.</summary>
    public Money TypicalOrder { get; }

    /// <summary>Buyers in the base.</summary>
    public int Count => _ordinals.Length;

    public int QualifyingCount { get; }

    public int NearCount { get; }

    public RankedBuyer this[int index]
    {
        get
        {
            var ordinal = _ordinals[index];
            var total = _totals.Of(ordinal);
            var standing =
                index < QualifyingCount ? BuyerStanding.Qualifies
                : index < QualifyingCount + NearCount ? BuyerStanding.Near
                : BuyerStanding.Below;
            var lacking =
                standing == BuyerStanding.Qualifies
                    ? Money.Zero
                    : _totals.Rule.LeastQualifying(Threshold) - total;
            return new(ordinal, _totals.Columns.Buyers[ordinal], total, lacking, standing);
        }
    }

    /// <param name="totals">Totals on the as-of date.</param>
    /// <param name="threshold">By the boundary of the totals' rule.</param>
    /// <param name="typicalOrder">Not negative; zero when there is none, and nobody is near.</param>
    public static QualifyingBuyers List(BuyerTotals totals, Money threshold, Money typicalOrder)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(typicalOrder, Money.Zero);
        var ordinals = new int[totals.BuyerCount];
        var descending = new long[totals.BuyerCount];
        var count = 0;
        for (var buyer = 0; buyer < totals.Length; buyer++)
        {
            if (!totals.IsInBase(buyer))
                continue;
            ordinals[count] = buyer;
            descending[count++] = -totals.Raw(buyer);
        }
        Array.Sort(descending, ordinals);
        // The sort is not stable: equal totals in a row are put by ordinal.
        for (var start = 0; start < count; )
        {
            var end = start + 1;
            while (end < count && descending[end] == descending[start])
                end++;
            ordinals.AsSpan(start, end - start).Sort();
            start = end;
        }
        return new(totals, ordinals, threshold, typicalOrder);
    }

    public IEnumerator<RankedBuyer> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int CountWhile(Func<Money, bool> holds)
    {
        var (low, high) = (0, _ordinals.Length);
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (holds(_totals.Of(_ordinals[middle])))
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
