using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>
/// Every buyer's total under one rule on one as-of date. The base, of which shares are taken, are the buyers
/// with any line that counts in the window, even where their total is zero or negative. A total is a
/// four-byte count of the column's unit; the few that are none lie beside.
/// </summary>
public sealed class BuyerTotals
{
    /// <summary>Stands for "nothing in the window" among the counts.</summary>
    internal const int None = int.MinValue;

    /// <summary>Stands for a total that is no count, among the counts.</summary>
    internal const int Far = int.MinValue + 1;

    /// <summary>Stands for "nothing in the window": no total can be this, see <see cref="Magnitudes"/>.</summary>
    internal const long NoTotal = long.MinValue;

    private readonly ChunkedInts _counts;
    private readonly int[] _farBuyers;
    private readonly long[] _farTotals;

    /// <param name="unit">1/10,000s in one count.</param>
    /// <param name="far">Totals of the buyers marked <see cref="Far"/>, ascending by buyer.</param>
    internal BuyerTotals(
        PurchaseColumns columns,
        EligibilityRule rule,
        DayNumber asOf,
        ChunkedInts counts,
        long unit,
        (int[] Buyers, long[] Totals) far,
        int buyerCount,
        Money revenue
    )
    {
        (Columns, Rule, AsOf, _counts, Unit) = (columns, rule, asOf, counts, unit);
        (_farBuyers, _farTotals) = far;
        (BuyerCount, Revenue) = (buyerCount, revenue);
    }

    public PurchaseColumns Columns { get; }

    public EligibilityRule Rule { get; }

    public DayNumber AsOf { get; }

    public DayRange Window => Rule.WindowOn(AsOf);

    /// <summary>Buyers with any line that counts in the window.</summary>
    public int BuyerCount { get; }

    /// <summary>The sum of all totals, negative ones included.</summary>
    public Money Revenue { get; }

    /// <summary>Buyers known, in the base or not.</summary>
    internal int Length => _counts.Length;

    /// <summary>By buyer ordinal, in <see cref="Unit"/>s, <see cref="None"/> or <see cref="Far"/>; read only.</summary>
    internal ChunkedInts Counts => _counts;

    internal long Unit { get; }

    /// <summary>Who is marked <see cref="Far"/>, ascending.</summary>
    internal int[] FarBuyers => _farBuyers;

    internal long[] FarTotals => _farTotals;

    /// <summary>The buyer's total; zero when nothing counts.</summary>
    /// <param name="buyer">Ordinal in <see cref="PurchaseColumns.Buyers"/>.</param>
    /// <exception cref="IndexOutOfRangeException">No buyer has that ordinal.</exception>
    public Money Of(int buyer) => Raw(buyer) is var total and not NoTotal ? new(total) : Money.Zero;

    /// <summary>Whether the buyer has any line that counts in the window.</summary>
    public bool IsInBase(int buyer) => _counts[buyer] != None;

    /// <summary>Only buyers in the base qualify, whatever the threshold.</summary>
    public bool Qualifies(int buyer, Money threshold) =>
        IsInBase(buyer) && Rule.Qualifies(Of(buyer), threshold);

    /// <summary>
    /// How many qualify at one threshold and their totals together: one pass, where a
    /// <see cref="ThresholdCurve"/> would sort for all thresholds.
    /// </summary>
    public (int Buyers, Money Revenue) At(Money threshold)
    {
        var least = (Int128)threshold.TenThousandths + (Rule.Boundary == ThresholdBoundary.AtLeast ? 0 : 1);
        if (least > long.MaxValue)
            return (0, Money.Zero);
        // Neither mark is a count, so nobody outside the base can reach even the lowest threshold.
        var limit = LeastCount((long)least, Unit);
        var (buyers, counts, revenue) = (0, 0L, 0L);
        for (var at = 0; at < _counts.Length; )
        {
            var some = _counts.From(at);
            foreach (var count in some)
            {
                if (count < limit)
                    continue;
                buyers++;
                counts += count;
            }
            at += some.Length;
        }
        foreach (var total in _farTotals)
        {
            if (total < (long)least)
                continue;
            buyers++;
            revenue += total;
        }
        return (buyers, new(revenue + counts * Unit));
    }

    /// <summary>Where the counts of so many buyers go: an append copies little of it.</summary>
    internal static ChunkedInts Room(int buyers) => new(buyers, ChunkedInts.SmallChunkBits);

    /// <summary>The buyer's total in 1/10,000, or <see cref="NoTotal"/>.</summary>
    internal long Raw(int buyer)
    {
        var count = _counts[buyer];
        return count > Far ? count * Unit
            : count == None ? NoTotal
            : _farTotals[Array.BinarySearch(_farBuyers, buyer)];
    }

    /// <summary>How a total (or <see cref="NoTotal"/>) stands among the counts.</summary>
    internal static int CountOf(long total, long unit)
    {
        if (total == NoTotal)
            return None;
        var count = total / unit;
        return count * unit == total && count > Far && count < int.MaxValue ? (int)count : Far;
    }

    /// <summary>The least count that makes at least so much; above every mark, and beyond counts if none does.</summary>
    internal static long LeastCount(long least, long unit)
    {
        var count = least / unit;
        if (count * unit < least)
            count++;
        return Math.Max(count, Far + 1);
    }
}
