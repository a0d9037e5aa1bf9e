using System.Runtime.InteropServices;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Eligibility.Sorting;

/// <summary>
/// From the lines to the sorted totals in one go: a share's totals go into their buckets while they are still in
/// the processor's cache, and are written out only where somebody wants each buyer's.
/// </summary>
internal sealed class CurvePass : TotalsSorter
{
    private readonly CountedLines _lines;
    private readonly ushort _from;
    private readonly ushort _to;
    private readonly ChunkedInts? _counts;
    private readonly TotalsPass.Outcome[] _outcomes;

    private CurvePass(CountedLines lines, ushort from, ushort to, ChunkedInts? counts)
        : base(lines.Buyers, lines.Amounts.Unit)
    {
        (_lines, _from, _to, _counts) = (lines, from, to, counts);
        _outcomes = new TotalsPass.Outcome[(lines.Buyers + BuyersPerShare - 1) / BuyersPerShare];
    }

    /// <summary>Of a snapshot without a patch; null where no line can lie in the window.</summary>
    /// <exception cref="InvalidOperationException">The snapshot was built without the rule's price base.</exception>
    public static (SortedTotals Sorted, BuyerTotals? Totals)? Of(
        PurchaseColumns columns,
        EligibilityRule rule,
        DayNumber asOf,
        bool keepTotals
    )
    {
        var window = rule.WindowOn(asOf);
        var counted = columns.Lines.Counted(rule.PriceBase, rule.ReturnRule, rule.CountDiscounted);
        if (!counted.TryOffsets(window.First.Value, window.Last.Value, out var from, out var to))
            return null;
        var counts = keepTotals ? BuyerTotals.Room(columns.BuyerCount) : null;
        counts?.Fill(counted.Buyers, BuyerTotals.None);
        var pass = new CurvePass(counted, from, to, counts);
        var sorted = pass.Sort();
        return (
            sorted,
            counts is null
                ? null
                : BuyerTotalsCalculator.Made(
                    columns,
                    rule,
                    asOf,
                    counts,
                    counted.Amounts.Unit,
                    TotalsPass.Together(pass._outcomes)
                )
        );
    }

    protected override int Fill(int share, int buyers, Span<int> scratch)
    {
        var first = share * BuyersPerShare;
        ref var outcome = ref _outcomes[share];
        if (_counts is null && _lines.Amounts.Narrow is not null)
            return EdgePass.Fill(_lines, _from, _to, (first, buyers), scratch, ref outcome);
        var all = scratch[..buyers];
        outcome = TotalsPass.Share(_lines, _from, _to, all, first);
        _counts?.Write(first, all);
        return WithoutMarks(all);
    }

    protected override long[] Far()
    {
        var totals = new long[_outcomes.Sum(o => o.Far?.Count ?? 0)];
        var at = 0;
        foreach (var outcome in _outcomes)
        {
            foreach (var (_, total) in CollectionsMarshal.AsSpan(outcome.Far))
                totals[at++] = total;
        }
        return totals;
    }
}
