using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>
/// Every buyer's total under one rule on one as-of date. The base, of which shares are taken, are the buyers
/// with any line that counts in the window, even where their total is zero or negative.
/// </summary>
public sealed class BuyerTotals
{
    /// <summary>Stands for "nothing in the window": no total can be this, see <see cref="Magnitudes"/>.</summary>
    internal const long None = long.MinValue;

    private readonly long[] _totals;

    internal BuyerTotals(
        PurchaseColumns columns,
        EligibilityRule rule,
        DayNumber asOf,
        long[] totals,
        int buyerCount,
        Money revenue
    )
    {
        (Columns, Rule, AsOf, _totals) = (columns, rule, asOf, totals);
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

    /// <summary>By buyer ordinal, in 1/10,000; <see cref="None"/> for buyers with nothing in the window.</summary>
    internal ReadOnlySpan<long> Raw => _totals;

    /// <summary>The same for threads, which cannot share a span; read only.</summary>
    internal long[] Array => _totals;

    /// <summary>The buyer's total; zero when nothing counts.</summary>
    /// <param name="buyer">Ordinal in <see cref="PurchaseColumns.Buyers"/>.</param>
    /// <exception cref="IndexOutOfRangeException">No buyer has that ordinal.</exception>
    public Money Of(int buyer) => _totals[buyer] is var total and not None ? new(total) : Money.Zero;

    /// <summary>Whether the buyer has any line that counts in the window.</summary>
    public bool IsInBase(int buyer) => _totals[buyer] != None;

    /// <summary>Only buyers in the base qualify, whatever the threshold.</summary>
    public bool Qualifies(int buyer, Money threshold) =>
        IsInBase(buyer) && Rule.Qualifies(Of(buyer), threshold);

    /// <summary>
    /// How many qualify at one threshold and their totals together: one pass, where a
    /// <see cref="ThresholdCurve"/> would sort for all thresholds.
    /// </summary>
    public (int Buyers, Money Revenue) At(Money threshold)
    {
        var (buyers, revenue) = (0, 0L);
        var least = (Int128)threshold.TenThousandths + (Rule.Boundary == ThresholdBoundary.AtLeast ? 0 : 1);
        if (least > long.MaxValue)
            return (0, Money.Zero);
        // Nobody outside the base can reach even the lowest threshold.
        var limit = Math.Max((long)least, None + 1);
        foreach (var total in _totals)
        {
            if (total < limit)
                continue;
            buyers++;
            revenue += total;
        }
        return (buyers, new(revenue));
    }
}
