using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using SellerLoyaltyPortal.Columnar;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>
/// The pass over all buyers: finds the lines that lie in the window (neighbours, because a buyer's lines lie by
/// day) and subtracts the running sum before them from the one after them. It need not check for overflow:
/// <see cref="Magnitudes"/> has, for the whole ledger, when the snapshot was built, and buyers whose lines could
/// add up to more than four bytes are known beforehand.
/// </summary>
internal static class TotalsPass
{
    private const int BuyersPerShare = 1 << 13;

    // Sums are asked for so many lines before they are read: they come from memory, not from a cache.
    private const int Ahead = 1_024;

    /// <summary>What a pass found, beside the counts themselves.</summary>
    internal struct Outcome
    {
        public int Buyers;
        public long Revenue;

        /// <summary>Totals that are no count, ascending by buyer; null for none.</summary>
        public List<KeyValuePair<int, long>>? Far;
    }

    /// <summary>Fills in every buyer's total as a count, <see cref="BuyerTotals.None"/> where nothing counts.</summary>
    public static Outcome Run(CountedLines lines, ushort from, ushort to, int[] counts)
    {
        var shares = (lines.Buyers + BuyersPerShare - 1) / BuyersPerShare;
        var outcomes = new Outcome[shares];
        WorkShares.Run(
            shares,
            share =>
            {
                var first = share * BuyersPerShare;
                var last = Math.Min(first + BuyersPerShare, lines.Buyers);
                outcomes[share] = lines.Amounts.Narrow is null
                    ? OneByOne(lines, from, to, counts, first, last)
                    : BySums(lines, from, to, counts, first, last);
            }
        );
        var all = new Outcome { Far = [] };
        foreach (var outcome in outcomes)
        {
            all.Buyers += outcome.Buyers;
            all.Revenue += outcome.Revenue;
            if (outcome.Far is { } far)
                all.Far.AddRange(far);
        }
        return all;
    }

    /// <summary>One buyer's total in 1/10,000, or <see cref="BuyerTotals.NoTotal"/>.</summary>
    public static long Of(CountedLines lines, ushort from, ushort to, int buyer)
    {
        var (low, high) = lines.Within(lines.Starts[buyer], lines.Starts[buyer + 1], from, to);
        return low == high ? BuyerTotals.NoTotal : lines.Amounts.Between(low, high);
    }

    /// <summary>Buyer by buyer in eight bytes: for wide amounts, and what <see cref="BySums"/> must equal.</summary>
    internal static Outcome OneByOne(
        CountedLines lines,
        ushort from,
        ushort to,
        int[] counts,
        int first,
        int last
    )
    {
        var outcome = new Outcome { Far = [] };
        for (var buyer = first; buyer < last; buyer++)
        {
            var total = Of(lines, from, to, buyer);
            counts[buyer] = BuyerTotals.CountOf(total, lines.Amounts.Unit);
            if (total == BuyerTotals.NoTotal)
                continue;
            outcome.Buyers++;
            outcome.Revenue += total;
            if (counts[buyer] == BuyerTotals.Far)
                outcome.Far.Add(new(buyer, total));
        }
        return outcome;
    }

    /// <summary>
    /// By running sums. No branch depends on the data of a buyer with few lines: who has nothing in the window
    /// gets the same subtraction, of nothing, and the mark by arithmetic.
    /// </summary>
    internal static Outcome BySums(
        CountedLines lines,
        ushort from,
        ushort to,
        int[] counts,
        int first,
        int last
    )
    {
        var (start, end) = (lines.Starts[first], lines.Starts[last]);
        var bits = ArrayPool<ulong>.Shared.Rent(WindowBits.WordsFor(end - start));
        WindowBits.Fill(lines.Days.AsSpan(start, end - start), from, (ushort)(to - from), bits);
        var outcome = Subtract(lines, bits, counts.AsSpan(first, last - first), first);
        ArrayPool<ulong>.Shared.Return(bits);
        outcome.Revenue *= lines.Amounts.Unit;
        AddBeside(lines, from, to, counts, first, last, ref outcome);
        return outcome;
    }

    private static unsafe Outcome Subtract(CountedLines lines, ulong[] bits, Span<int> counts, int first)
    {
        var outcome = default(Outcome);
        var ends = lines.Starts.AsSpan(first + 1, counts.Length);
        var shareStart = lines.Starts[first];
        var start = shareStart;
        ref var looks = ref Unsafe.As<ulong, byte>(ref MemoryMarshal.GetArrayDataReference(bits));
        fixed (int* sums = lines.Amounts.Narrow)
        {
            for (var i = 0; i < counts.Length; i++)
            {
                if (Sse.IsSupported)
                    Sse.Prefetch0(sums + start + Ahead);
                var end = ends[i];
                int low,
                    high,
                    nothing;
                if (end - start <= WindowBits.InOneLook)
                {
                    var window = WindowBits.Look(ref looks, start - shareStart, end - start);
                    // 64 where nothing lies in the window; then low and high are both the start.
                    nothing = BitOperations.LeadingZeroCount(window);
                    low = start + (BitOperations.TrailingZeroCount(window) & 63);
                    high = start + 64 - nothing;
                }
                else
                {
                    (low, high) = WindowBits.Stretch(bits, start - shareStart, end - shareStart);
                    (low, high) = (low + shareStart, high + shareStart);
                    nothing = high > low ? 0 : 64;
                }
                var count = sums[high] - sums[low];
                outcome.Revenue += count;
                outcome.Buyers += 1 - (nothing >> 6);
                // The mark is the highest bit alone.
                counts[i] = count | (nothing & 64) << 25;
                start = end;
            }
        }
        return outcome;
    }

    // Totals that the wrapping sums cannot tell, and amounts that lie beside their column.
    private static void AddBeside(
        CountedLines lines,
        ushort from,
        ushort to,
        int[] counts,
        int first,
        int last,
        ref Outcome outcome
    )
    {
        var (amounts, unit) = (lines.Amounts, lines.Amounts.Unit);
        var heavyFrom = Array.BinarySearch(lines.HeavyBuyers, first);
        var next = heavyFrom < 0 ? ~heavyFrom : heavyFrom;
        var far = amounts.FarFrom(lines.Starts[first]);
        var totals = outcome.Far = [];
        while (true)
        {
            var heavy = next < lines.HeavyBuyers.Length ? lines.HeavyBuyers[next] : int.MaxValue;
            var beside = far < lines.FarBuyers.Length ? lines.FarBuyers[far] : int.MaxValue;
            var buyer = Math.Min(heavy, beside);
            if (buyer >= last)
                return;
            var total = 0L;
            for (; far < lines.FarBuyers.Length && lines.FarBuyers[far] == buyer; far++)
            {
                var day = lines.Days[amounts.FarLines[far]];
                if (day >= from && day <= to)
                    total += amounts.FarAmounts[far];
            }
            if (heavy == buyer)
            {
                next++;
                var (low, high) = lines.Within(lines.Starts[buyer], lines.Starts[buyer + 1], from, to);
                if (low == high)
                    continue;
                outcome.Revenue -= (amounts.Narrow![high] - amounts.Narrow[low]) * unit;
                total = amounts.Between(low, high);
                outcome.Revenue += total;
            }
            else if (total != 0)
            {
                // Never nobody's: the line beside lies in the window.
                outcome.Revenue += total;
                total += counts[buyer] * unit;
            }
            else
            {
                continue;
            }
            counts[buyer] = BuyerTotals.CountOf(total, unit);
            if (counts[buyer] == BuyerTotals.Far)
                totals.Add(new(buyer, total));
        }
    }
}
