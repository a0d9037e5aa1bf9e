using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SellerLoyaltyPortal.Columnar;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>
/// The pass over all counting lines. It need not check for overflow: <see cref="Magnitudes"/> has, for the
/// whole ledger, when the snapshot was built.
/// </summary>
internal static class TotalsPass
{
    private const int BuyersPerShare = 1 << 15;

    /// <summary>What a pass found, beside the totals themselves.</summary>
    internal struct Outcome
    {
        public int Buyers;
        public long Revenue;
    }

    /// <summary>Fills in every buyer's total, <see cref="BuyerTotals.None"/> where nothing counts.</summary>
    public static Outcome Run(CountedLines lines, ushort from, ushort span, long[] totals)
    {
        var shares = (lines.Buyers + BuyersPerShare - 1) / BuyersPerShare;
        var outcomes = new Outcome[shares];
        WorkShares.Run(
            shares,
            share =>
            {
                var first = share * BuyersPerShare;
                var last = Math.Min(first + BuyersPerShare, lines.Buyers);
                outcomes[share] =
                    Vector512.IsHardwareAccelerated && lines.Amounts.Narrow is not null
                        ? Wide(lines, from, span, totals, first, last)
                        : Plain(lines, from, span, totals, first, last);
            }
        );
        var all = default(Outcome);
        foreach (var outcome in outcomes)
        {
            all.Buyers += outcome.Buyers;
            all.Revenue += outcome.Revenue;
        }
        return all;
    }

    /// <summary>One buyer's total.</summary>
    public static long Of(CountedLines lines, ushort from, ushort span, int buyer)
    {
        var (sum, any) = (0L, false);
        for (var line = lines.Starts[buyer]; line < lines.Starts[buyer + 1]; line++)
        {
            if ((ushort)(lines.Days[line] - from) > span)
                continue;
            sum += lines.Amounts[line];
            any = true;
        }
        return any ? sum : BuyerTotals.None;
    }

    /// <summary>Buyer by buyer, line by line: for machines without 512-bit vectors, and for wide amounts.</summary>
    internal static Outcome Plain(
        CountedLines lines,
        ushort from,
        ushort span,
        long[] totals,
        int first,
        int last
    )
    {
        var outcome = default(Outcome);
        for (var buyer = first; buyer < last; buyer++)
        {
            var total = Of(lines, from, span, buyer);
            totals[buyer] = total;
            if (total == BuyerTotals.None)
                continue;
            outcome.Buyers++;
            outcome.Revenue += total;
        }
        return outcome;
    }

    /// <summary>
    /// Sixteen lines at a time: compare their days at once, mask their amounts, widen and add. A buyer of up
    /// to sixteen lines costs the same whatever their number, so no branch depends on the data.
    /// </summary>
    internal static Outcome Wide(
        CountedLines lines,
        ushort from,
        ushort span,
        long[] totals,
        int first,
        int last
    )
    {
        ref var days = ref MemoryMarshal.GetArrayDataReference(lines.Days);
        ref var amounts = ref MemoryMarshal.GetArrayDataReference(lines.Amounts.Narrow!);
        var unit = lines.Amounts.Unit;
        var (starts, lineCount) = (lines.Starts, lines.Days.Length);
        var (fromAll, spanAll) = (Vector256.Create(from), Vector256.Create(span));
        var outcome = default(Outcome);
        for (var buyer = first; buyer < last; buyer++)
        {
            var (line, end) = (starts[buyer], starts[buyer + 1]);
            var sum = Vector512<long>.Zero;
            var seen = Vector256<ushort>.Zero;
            // The last lines of the ledger have no sixteen to read.
            if (end + Vector256<ushort>.Count > lineCount)
            {
                totals[buyer] = Of(lines, from, span, buyer);
                Count(ref outcome, totals[buyer]);
                continue;
            }
            do
            {
                var inBuyer = Vector256.LessThan(
                    Vector256<ushort>.Indices,
                    Vector256.Create((ushort)Math.Min(end - line, Vector256<ushort>.Count))
                );
                var offsets = Vector256.LoadUnsafe(ref days, (nuint)line) - fromAll;
                var counts = Vector256.LessThanOrEqual(offsets, spanAll) & inBuyer;
                seen |= counts;
                var (lower, upper) = Vector256.Widen(counts.AsInt16());
                var masked = Vector512.LoadUnsafe(ref amounts, (nuint)line) & Vector512.Create(lower, upper);
                var (low, high) = Vector512.Widen(masked);
                sum += low + high;
                line += Vector256<ushort>.Count;
            } while (line < end);
            var total = seen == Vector256<ushort>.Zero ? BuyerTotals.None : Vector512.Sum(sum) * unit;
            totals[buyer] = total;
            Count(ref outcome, total);
        }
        AddFar(lines, from, span, totals, first, last, ref outcome);
        return outcome;
    }

    // Amounts that lie beside the column, where the pass has seen zeros; their days it has seen.
    private static void AddFar(
        CountedLines lines,
        ushort from,
        ushort span,
        long[] totals,
        int first,
        int last,
        ref Outcome outcome
    )
    {
        var (starts, amounts) = (lines.Starts, lines.Amounts);
        var buyer = first;
        // The buyers whose lines end too near the ledger's end were added up one by one, far amounts included.
        var lastEnd = lines.Days.Length - Vector256<ushort>.Count;
        for (var far = amounts.FarFrom(starts[first]); far < amounts.FarLines.Length; far++)
        {
            var line = amounts.FarLines[far];
            if (line >= starts[last])
                break;
            while (starts[buyer + 1] <= line)
                buyer++;
            if (starts[buyer + 1] > lastEnd || (ushort)(lines.Days[line] - from) > span)
                continue;
            totals[buyer] += amounts.FarAmounts[far];
            outcome.Revenue += amounts.FarAmounts[far];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Count(ref Outcome outcome, long total)
    {
        var isIn = total != BuyerTotals.None;
        outcome.Buyers += isIn ? 1 : 0;
        outcome.Revenue += isIn ? total : 0;
    }
}
