using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SellerLoyaltyPortal.Columnar;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>
/// Sorts totals by radix, where a comparison sort of a million would take longer than everything else together:
/// first into buckets of a thirty-second of an octave each, so that totals of every size spread over many of
/// them, then each bucket, which fits the processor's first cache, by the digits in which its totals differ.
/// </summary>
internal static class TotalsSorter
{
    // A float's sign, exponent and five bits of its fraction: as a number it grows with what it stands for.
    private const int BucketShift = 18;

    // The bucket of the count 0, which stands for 1.0f: below it lie negative counts and the marks.
    private const int BucketOfZero = 0x3F80_0000 >> BucketShift;

    private const int Buckets = (0x4F00_0000 >> BucketShift) - BucketOfZero + 2;

    private const int MostDigitBits = 10;

    // Under so many totals a second thread does not pay.
    private const int ThreadsFrom = 50_000;

    // Under so many totals in a bucket digits do not pay.
    private const int DigitsFrom = 48;

    public static SortedTotals Sort(BuyerTotals totals)
    {
        var counts = totals.Counts;
        var shares = counts.Length < ThreadsFrom ? 1 : WorkShares.Threads;
        var next = new int[shares * Buckets];
        WorkShares.Run(
            shares,
            share => CountBuckets(Of(counts, shares, share), next.AsSpan(share * Buckets, Buckets))
        );
        var starts = StartsOf(next, shares);
        // Fresh memory costs a page fault every 4 KiB: what is thrown away again is rented.
        var spread = ArrayPool<int>.Shared.Rent(counts.Length);
        WorkShares.Run(
            shares,
            share => Spread(Of(counts, shares, share), spread, next.AsSpan(share * Buckets, Buckets))
        );
        // The first bucket has the marks of those who have no count, and negative counts.
        var negative = spread.AsSpan(0, starts[1]);
        var kept = 0;
        foreach (var count in negative)
        {
            if (count > BuyerTotals.Far)
                negative[kept++] = count;
        }
        negative[..kept].Sort();
        var sorted = GC.AllocateUninitializedArray<int>(counts.Length - starts[1] + kept);
        negative[..kept].CopyTo(sorted);
        long[] far = [.. totals.FarTotals];
        var parts = shares == 1 ? 1 : 8 * shares;
        WorkShares.Run(
            parts + 1,
            share =>
            {
                if (share == 0)
                    far.AsSpan().Sort();
                else
                    SortBuckets(spread, sorted, starts, kept - starts[1], parts, share - 1);
            }
        );
        ArrayPool<int>.Shared.Return(spread);
        return SortedTotals.From(sorted, totals.Unit, far);
    }

    private static Span<int> Of(int[] counts, int shares, int share)
    {
        var (first, last) = WorkShares.Bounds(counts.Length, shares, share);
        return counts.AsSpan(first, last - first);
    }

    private static void CountBuckets(ReadOnlySpan<int> counts, Span<int> sizes)
    {
        Span<int> buckets = stackalloc int[Vector512<int>.Count];
        var at = 0;
        for (; at <= counts.Length - buckets.Length; at += buckets.Length)
        {
            BucketsOf(counts[at..]).CopyTo(buckets);
            foreach (var bucket in buckets)
                sizes[bucket]++;
        }
        foreach (var count in counts[at..])
            sizes[BucketOf(count)]++;
    }

    private static void Spread(ReadOnlySpan<int> counts, int[] spread, Span<int> next)
    {
        // Places come from counting these very counts: no need to check each against the bounds.
        ref var target = ref MemoryMarshal.GetArrayDataReference(spread);
        ref var place = ref MemoryMarshal.GetReference(next);
        Span<int> buckets = stackalloc int[Vector512<int>.Count];
        var at = 0;
        for (; at <= counts.Length - buckets.Length; at += buckets.Length)
        {
            var some = counts.Slice(at, buckets.Length);
            BucketsOf(some).CopyTo(buckets);
            for (var i = 0; i < buckets.Length; i++)
                Unsafe.Add(ref target, Unsafe.Add(ref place, buckets[i])++) = some[i];
        }
        foreach (var count in counts[at..])
            spread[next[BucketOf(count)]++] = count;
    }

    // Sixteen at once: one by one this costs more than everything else here, because who has nothing in the
    // window comes at random.
    private static Vector512<int> BucketsOf(ReadOnlySpan<int> counts)
    {
        var floats = Vector512.ConvertToSingle(Vector512.Create(counts) + Vector512<int>.One);
        var below = Vector512.Create(BucketOfZero - 1);
        return Vector512.Max(floats.AsInt32() >> BucketShift, below) - below;
    }

    private static int BucketOf(int count) =>
        Math.Max(BitConverter.SingleToInt32Bits((float)(count + 1)) >> BucketShift, BucketOfZero - 1)
        - (BucketOfZero - 1);

    // Turns counts into places, bucket by bucket, and within it share by share. Returns where buckets begin.
    private static int[] StartsOf(int[] next, int shares)
    {
        var starts = new int[Buckets + 1];
        var place = 0;
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            starts[bucket] = place;
            for (var share = 0; share < shares; share++)
            {
                ref var count = ref next[share * Buckets + bucket];
                (count, place) = (place, place + count);
            }
        }
        starts[Buckets] = place;
        return starts;
    }

    // Shares of about as many totals each, whatever the buckets' sizes.
    private static void SortBuckets(
        int[] spread,
        int[] sorted,
        int[] starts,
        int shift,
        int shares,
        int share
    )
    {
        var (from, to) = WorkShares.Bounds(starts[Buckets] - starts[1], shares, share);
        var bucket = Math.Max(1, FirstNotBelow(starts, from + starts[1]));
        var scratch = ArrayPool<int>.Shared.Rent(1 << 14);
        for (; bucket < Buckets && starts[bucket] < to + starts[1]; bucket++)
        {
            var (start, length) = (starts[bucket], starts[bucket + 1] - starts[bucket]);
            if (length > scratch.Length)
            {
                ArrayPool<int>.Shared.Return(scratch);
                scratch = ArrayPool<int>.Shared.Rent(length);
            }
            SortBucket(
                spread.AsSpan(start, length),
                sorted.AsSpan(start + shift, length),
                scratch.AsSpan(0, length),
                bucket
            );
        }
        ArrayPool<int>.Shared.Return(scratch);
    }

    private static void SortBucket(Span<int> spread, Span<int> sorted, Span<int> scratch, int bucket)
    {
        var (least, bits) = RangeOf(bucket);
        if (bits == 0)
        {
            spread.CopyTo(sorted);
            return;
        }
        if (spread.Length < DigitsFrom)
        {
            spread.CopyTo(sorted);
            sorted.Sort();
            return;
        }
        var passes = (bits + MostDigitBits - 1) / MostDigitBits;
        var digitBits = (bits + passes - 1) / passes;
        var places = new Digits(stackalloc int[passes << digitBits], digitBits, least);
        places.Count(spread, passes);
        var from = spread;
        for (var pass = 0; pass < passes; pass++)
        {
            var to =
                pass == passes - 1 ? sorted
                : (pass & 1) == 0 ? scratch
                : spread;
            places.Move(from, to, pass);
            from = to;
        }
    }

    // The least count of a bucket, and how many bits tell its counts apart. Floats are exact up to 2^24; beyond,
    // counts of the bucket before round up into it.
    private static (int Least, int Bits) RangeOf(int bucket)
    {
        var key = bucket + BucketOfZero - 1;
        var least = (int)BitConverter.Int32BitsToSingle(key << BucketShift) - 1;
        var exponent = (key >> 23 - BucketShift) - 127;
        var bits = Math.Max(0, exponent - (23 - BucketShift));
        return exponent < 24 ? (least, bits) : (least - (1 << exponent - 24), bits + 1);
    }

    private static int FirstNotBelow(int[] starts, int place)
    {
        var (low, high) = (0, starts.Length);
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (starts[middle] < place)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Where the counts of a bucket go, digit by digit from the lowest, all counted in one reading.</summary>
    private readonly ref struct Digits(Span<int> places, int bits, int least)
    {
        private readonly Span<int> _places = places;

        public void Count(ReadOnlySpan<int> counts, int passes)
        {
            _places.Clear();
            ref var place = ref MemoryMarshal.GetReference(_places);
            var mask = (1 << bits) - 1;
            // Most buckets take two digits.
            if (passes == 2)
            {
                foreach (var count in counts)
                {
                    Unsafe.Add(ref place, count - least & mask)++;
                    Unsafe.Add(ref place, mask + 1 + (count - least >> bits))++;
                }
            }
            else
            {
                foreach (var count in counts)
                {
                    for (var pass = 0; pass < passes; pass++)
                        Unsafe.Add(ref place, (pass << bits) + (count - least >> pass * bits & mask))++;
                }
            }
            for (var pass = 0; pass < passes; pass++)
            {
                var next = 0;
                foreach (ref var size in _places.Slice(pass << bits, 1 << bits))
                    (size, next) = (next, next + size);
            }
        }

        public void Move(ReadOnlySpan<int> from, Span<int> to, int pass)
        {
            ref var place = ref MemoryMarshal.GetReference(_places[(pass << bits)..]);
            ref var target = ref MemoryMarshal.GetReference(to);
            var (mask, shift) = ((1 << bits) - 1, pass * bits);
            foreach (var count in from)
                Unsafe.Add(ref target, Unsafe.Add(ref place, count - least >> shift & mask)++) = count;
        }
    }
}
