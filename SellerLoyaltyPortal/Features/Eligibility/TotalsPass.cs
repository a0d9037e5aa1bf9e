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
    /// <summary>A share of the buyers, and the few of them whose days are looked at at once, to stay in the cache.</summary>
    public const int BuyersPerShare = 1 << 13;

    private const int BuyersPerPiece = 1 << 10;

    // Sums, and the days of the next piece, are asked for so many lines before they are read: they come from
    // memory, not from a cache.
    private const int SumsAhead = 1_024;
    private const int DaysAhead = 12_288;

    /// <summary>What a pass found, beside the counts themselves.</summary>
    internal struct Outcome
    {
        public int Buyers;
        public long Revenue;

        /// <summary>Totals that are no count, ascending by buyer; null for none.</summary>
        public List<KeyValuePair<int, long>>? Far;
    }

    /// <summary>Fills in every buyer's total as a count, <see cref="BuyerTotals.None"/> where nothing counts.</summary>
    public static Outcome Run(CountedLines lines, ushort from, ushort to, ChunkedInts counts)
    {
        var shares = (lines.Buyers + BuyersPerShare - 1) / BuyersPerShare;
        var outcomes = new Outcome[shares];
        WorkShares.Run(
            shares,
            share =>
            {
                var first = share * BuyersPerShare;
                var length = Math.Min(BuyersPerShare, lines.Buyers - first);
                var scratch = ArrayPool<int>.Shared.Rent(length);
                outcomes[share] = Share(lines, from, to, scratch.AsSpan(0, length), first);
                counts.Write(first, scratch.AsSpan(0, length));
                ArrayPool<int>.Shared.Return(scratch);
            }
        );
        return Together(outcomes);
    }

    /// <summary>The totals of the buyers from <paramref name="first"/> on, as many as there are counts.</summary>
    public static Outcome Share(CountedLines lines, ushort from, ushort to, Span<int> counts, int first) =>
        lines.Amounts.Narrow is null
            ? OneByOne(lines, from, to, counts, first)
            : BySums(lines, from, to, counts, first);

    /// <summary>What shares, in their order, found together.</summary>
    public static Outcome Together(ReadOnlySpan<Outcome> outcomes)
    {
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
    internal static Outcome OneByOne(CountedLines lines, ushort from, ushort to, Span<int> counts, int first)
    {
        var outcome = new Outcome { Far = [] };
        for (var i = 0; i < counts.Length; i++)
        {
            var total = Of(lines, from, to, first + i);
            counts[i] = BuyerTotals.CountOf(total, lines.Amounts.Unit);
            if (total == BuyerTotals.NoTotal)
                continue;
            outcome.Buyers++;
            outcome.Revenue += total;
            if (counts[i] == BuyerTotals.Far)
                outcome.Far.Add(new(first + i, total));
        }
        return outcome;
    }

    /// <summary>
    /// By running sums. No branch depends on the data of a buyer with few lines: who has nothing in the window
    /// gets the same subtraction, of nothing, and the mark by arithmetic.
    /// </summary>
    internal static Outcome BySums(CountedLines lines, ushort from, ushort to, Span<int> counts, int first)
    {
        var outcome = default(Outcome);
        var bits = ArrayPool<ulong>.Shared.Rent(
            WindowBits.WordsFor(LongestPiece(lines, first, counts.Length))
        );
        for (var at = 0; at < counts.Length; at += BuyersPerPiece)
        {
            var piece = counts.Slice(at, Math.Min(BuyersPerPiece, counts.Length - at));
            var (start, end) = (lines.Starts[first + at], lines.Starts[first + at + piece.Length]);
            WindowBits.Fill(lines.Days.AsSpan(start, end - start), from, (ushort)(to - from), bits);
            Subtract(lines, bits, piece, first + at, ref outcome);
        }
        ArrayPool<ulong>.Shared.Return(bits);
        outcome.Revenue *= lines.Amounts.Unit;
        AddBeside(lines, from, to, counts, first, ref outcome);
        return outcome;
    }

    private static int LongestPiece(CountedLines lines, int first, int buyers)
    {
        var longest = 0;
        for (var at = 0; at < buyers; at += BuyersPerPiece)
        {
            var end = lines.Starts[first + Math.Min(at + BuyersPerPiece, buyers)];
            longest = Math.Max(longest, end - lines.Starts[first + at]);
        }
        return longest;
    }

    private static unsafe void Subtract(
        CountedLines lines,
        ulong[] bits,
        Span<int> counts,
        int first,
        ref Outcome outcome
    )
    {
        var ends = lines.Starts.AsSpan(first + 1, counts.Length);
        var shareStart = lines.Starts[first];
        var start = shareStart;
        var (revenue, nobody) = (0L, 0);
        ref var looks = ref Unsafe.As<ulong, byte>(ref MemoryMarshal.GetArrayDataReference(bits));
        fixed (int* sums = lines.Amounts.Narrow)
        fixed (ushort* days = lines.Days)
        {
            for (var i = 0; i < counts.Length; i++)
            {
                if (Sse.IsSupported)
                {
                    Sse.Prefetch0(sums + start + SumsAhead);
                    Sse.Prefetch0(days + start + DaysAhead);
                }
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
                revenue += count;
                nobody += nothing & 64;
                // The mark is the highest bit alone.
                counts[i] = count | (nothing & 64) << 25;
                start = end;
            }
        }
        outcome.Revenue += revenue;
        outcome.Buyers += counts.Length - (nobody >> 6);
    }

    // Totals that the wrapping sums cannot tell, and amounts that lie beside their column.
    private static void AddBeside(
        CountedLines lines,
        ushort from,
        ushort to,
        Span<int> counts,
        int first,
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
            if (buyer - first >= counts.Length)
                return;
            ref var count = ref counts[buyer - first];
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
                total += count * unit;
            }
            else
            {
                continue;
            }
            count = BuyerTotals.CountOf(total, unit);
            if (count == BuyerTotals.Far)
                totals.Add(new(buyer, total));
        }
    }
}
