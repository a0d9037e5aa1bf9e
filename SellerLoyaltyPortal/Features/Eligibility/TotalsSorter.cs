using System.Buffers;
using SellerLoyaltyPortal.Columnar;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>
/// Sorts totals by radix: three passes of eleven bits over four-byte keys, shared between threads, where a
/// comparison sort of a million totals alone would take longer than everything else together.
/// </summary>
internal static class TotalsSorter
{
    private const int Bits = 11;
    private const int Buckets = 1 << Bits;

    // Totals from here (-26,843 units) up to 2^32 above it (402,653 units) become four-byte keys.
    private const long Base = -(1L << 28);

    // Under so many totals a second thread does not pay.
    private const int RadixWorthIt = 50_000;

    /// <param name="totals">By buyer, <see cref="BuyerTotals.None"/> for those who are not in the base.</param>
    public static SortedTotals Sort(long[] totals)
    {
        var shares = totals.Length < RadixWorthIt ? 1 : WorkShares.Threads;
        var counts = new int[shares * Buckets];
        var far = new List<long>[shares];
        WorkShares.Run(
            shares,
            share => far[share] = CountTotals(totals, counts.AsSpan(share * Buckets, Buckets), shares, share)
        );
        var low = far.SelectMany(f => f).Where(t => t < Base).Order().ToArray();
        var high = far.SelectMany(f => f).Where(t => t > Base).Order().ToArray();
        var keys = GC.AllocateUninitializedArray<uint>(Starts(counts, shares));
        WorkShares.Run(
            shares,
            share => ScatterTotals(totals, keys, counts.AsSpan(share * Buckets, Buckets), shares, share)
        );
        // Fresh memory costs a page fault every 4 KiB: the half that is thrown away again is rented.
        var other = ArrayPool<uint>.Shared.Rent(keys.Length);
        Pass(keys, other, keys.Length, Bits, counts, shares);
        Pass(other, keys, keys.Length, 2 * Bits, counts, shares);
        ArrayPool<uint>.Shared.Return(other);
        return new(low, Base, keys, high);
    }

    // Counts by the lowest digit straight from the totals; returns those that make no key.
    private static List<long> CountTotals(long[] totals, Span<int> counts, int shares, int share)
    {
        var far = new List<long>();
        var (first, last) = WorkShares.Bounds(totals.Length, shares, share);
        foreach (var total in totals.AsSpan(first, last - first))
        {
            var distance = (ulong)(total - Base);
            if (distance <= uint.MaxValue)
                counts[(int)distance & (Buckets - 1)]++;
            else if (total != BuyerTotals.None)
                far.Add(total);
        }
        return far;
    }

    private static void ScatterTotals(long[] totals, uint[] keys, Span<int> next, int shares, int share)
    {
        var (first, last) = WorkShares.Bounds(totals.Length, shares, share);
        foreach (var total in totals.AsSpan(first, last - first))
        {
            var distance = (ulong)(total - Base);
            if (distance <= uint.MaxValue)
                keys[next[(int)distance & (Buckets - 1)]++] = (uint)distance;
        }
    }

    private static void Pass(uint[] from, uint[] to, int length, int shift, int[] counts, int shares)
    {
        Array.Clear(counts);
        WorkShares.Run(
            shares,
            share =>
            {
                var mine = counts.AsSpan(share * Buckets, Buckets);
                var (first, last) = WorkShares.Bounds(length, shares, share);
                foreach (var key in from.AsSpan(first, last - first))
                    mine[(int)(key >> shift) & (Buckets - 1)]++;
            }
        );
        Starts(counts, shares);
        WorkShares.Run(
            shares,
            share =>
            {
                var mine = counts.AsSpan(share * Buckets, Buckets);
                var (first, last) = WorkShares.Bounds(length, shares, share);
                foreach (var key in from.AsSpan(first, last - first))
                    to[mine[(int)(key >> shift) & (Buckets - 1)]++] = key;
            }
        );
    }

    // Turns counts into places, bucket by bucket, and within it share by share: that keeps equal digits in
    // order. Returns how many there are.
    private static int Starts(int[] counts, int shares)
    {
        var next = 0;
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            for (var share = 0; share < shares; share++)
            {
                ref var count = ref counts[share * Buckets + bucket];
                (count, next) = (next, next + count);
            }
        }
        return next;
    }
}
