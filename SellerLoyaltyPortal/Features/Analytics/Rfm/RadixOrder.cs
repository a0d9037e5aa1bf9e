namespace SellerLoyaltyPortal.Features.Analytics.Rfm;

/// <summary>
/// Sorts by whole numbers digit by digit (eleven bits each, the lowest first), passing over digits that are the
/// same everywhere: several times quicker than comparing where there are many rows, and equal ones keep their
/// order.
/// </summary>
internal static class RadixOrder
{
    private const int Bits = 11;
    private const int Buckets = 1 << Bits;
    private const int Digits = (64 + Bits - 1) / Bits;

    /// <returns>The positions of the keys, by ascending key; of equal keys the earlier position first.</returns>
    public static int[] Of(long[] keys)
    {
        var (from, to) = (Lifted(keys), new ulong[keys.Length]);
        var (order, next) = (new int[keys.Length], new int[keys.Length]);
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        var counts = Count(from);
        for (var digit = 0; digit < Digits; digit++)
        {
            var starts = counts.AsSpan(digit * Buckets, Buckets);
            if (!StartsOf(starts, keys.Length))
                continue;
            for (var i = 0; i < from.Length; i++)
            {
                var key = from[i];
                var place = starts[(int)(key >> (digit * Bits)) & (Buckets - 1)]++;
                (to[place], next[place]) = (key, order[i]);
            }
            (from, to, order, next) = (to, from, next, order);
        }
        return order;
    }

    /// <returns>The keys themselves, the greatest first.</returns>
    public static long[] Descending(long[] keys)
    {
        var (from, to) = (Lifted(keys), new ulong[keys.Length]);
        var counts = Count(from);
        for (var digit = 0; digit < Digits; digit++)
        {
            var starts = counts.AsSpan(digit * Buckets, Buckets);
            if (!StartsOf(starts, keys.Length))
                continue;
            foreach (var key in from)
                to[starts[(int)(key >> (digit * Bits)) & (Buckets - 1)]++] = key;
            (from, to) = (to, from);
        }
        var sorted = new long[keys.Length];
        for (var i = 0; i < sorted.Length; i++)
            sorted[^(i + 1)] = (long)(from[i] ^ SignBit);
        return sorted;
    }

    private const ulong SignBit = 1UL << 63;

    // Unsigned, in the same order.
    private static ulong[] Lifted(long[] keys)
    {
        var lifted = new ulong[keys.Length];
        for (var i = 0; i < lifted.Length; i++)
            lifted[i] = (ulong)keys[i] ^ SignBit;
        return lifted;
    }

    // How often each value of each digit comes up, all digits in one pass.
    private static int[] Count(ulong[] keys)
    {
        var counts = new int[Digits * Buckets];
        foreach (var key in keys)
        {
            for (var digit = 0; digit < Digits; digit++)
                counts[digit * Buckets + ((int)(key >> (digit * Bits)) & (Buckets - 1))]++;
        }
        return counts;
    }

    // Turns counts into first places; false where all keys have the same digit, which need not be sorted by.
    private static bool StartsOf(Span<int> counts, int all)
    {
        var start = 0;
        foreach (ref var count in counts)
        {
            if (count == all && all > 0)
                return false;
            (count, start) = (start, start + count);
        }
        return all > 0;
    }
}
