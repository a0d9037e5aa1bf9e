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

    private const int RadixWorthIt = 4_096;

    /// <param name="totals">By buyer, <see cref="BuyerTotals.None"/> for those who are not in the base.</param>
    /// <param name="count">How many are in the base.</param>
    public static SortedTotals Sort(ReadOnlySpan<long> totals, int count)
    {
        var low = new List<long>();
        var high = new List<long>();
        var keys = GC.AllocateUninitializedArray<uint>(count);
        var kept = 0;
        foreach (var total in totals)
        {
            var distance = total - Base;
            if ((ulong)distance <= uint.MaxValue)
                keys[kept++] = (uint)distance;
            else if (total == BuyerTotals.None)
                continue;
            else if (total < Base)
                low.Add(total);
            else
                high.Add(total);
        }
        low.Sort();
        high.Sort();
        if (kept < count)
            Array.Resize(ref keys, kept);
        return new([.. low], Base, Sorted(keys), [.. high]);
    }

    private static uint[] Sorted(uint[] keys)
    {
        if (keys.Length < RadixWorthIt)
        {
            Array.Sort(keys);
            return keys;
        }
        var shares = keys.Length < 16 * RadixWorthIt ? 1 : WorkShares.Threads;
        var other = GC.AllocateUninitializedArray<uint>(keys.Length);
        var counts = new int[shares * Buckets];
        for (var shift = 0; shift < 32; shift += Bits)
        {
            Pass(keys, other, shift, counts, shares);
            (keys, other) = (other, keys);
        }
        return keys;
    }

    private static void Pass(uint[] from, uint[] to, int shift, int[] counts, int shares)
    {
        Array.Clear(counts);
        WorkShares.Run(
            shares,
            share =>
            {
                var mine = counts.AsSpan(share * Buckets, Buckets);
                var (first, last) = WorkShares.Bounds(from.Length, shares, share);
                foreach (var key in from.AsSpan(first, last - first))
                    mine[(int)(key >> shift) & (Buckets - 1)]++;
            }
        );
        // Bucket by bucket, and within it share by share: that keeps equal keys in order.
        var next = 0;
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            for (var share = 0; share < shares; share++)
            {
                ref var count = ref counts[share * Buckets + bucket];
                (count, next) = (next, next + count);
            }
        }
        WorkShares.Run(
            shares,
            share =>
            {
                var mine = counts.AsSpan(share * Buckets, Buckets);
                var (first, last) = WorkShares.Bounds(from.Length, shares, share);
                foreach (var key in from.AsSpan(first, last - first))
                    to[mine[(int)(key >> shift) & (Buckets - 1)]++] = key;
            }
        );
    }
}
