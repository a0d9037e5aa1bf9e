using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SellerLoyaltyPortal.Features.Eligibility.Sorting;

/// <summary>
/// Which bucket a count belongs to, and the sorting of one bucket. Buckets are a thirty-second of an octave each,
/// so that counts of every size spread over many of them and a bucket fits the processor's first cache.
/// </summary>
internal static class CountBuckets
{
    // A float's sign, exponent and five bits of its fraction: as a number it grows with what it stands for.
    private const int Shift = 18;

    // The bucket of the count 0, which stands for 1.0f: below it lie negative counts.
    private const int OfZero = 0x3F80_0000 >> Shift;

    private const int MostDigitBits = 10;

    // Under so many counts in a bucket digits do not pay.
    private const int DigitsFrom = 48;

    /// <summary>How many buckets there are; the first one has the negative counts.</summary>
    public const int Count = (0x4F00_0000 >> Shift) - OfZero + 2;

    // Sixteen at once: one by one this costs more than all else in spreading.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Of(ReadOnlySpan<int> counts)
    {
        var floats = Vector512.ConvertToSingle(Vector512.Create(counts) + Vector512<int>.One);
        var below = Vector512.Create(OfZero - 1);
        return Vector512.Max(floats.AsInt32() >> Shift, below) - below;
    }

    public static int Of(int count) =>
        Math.Max(BitConverter.SingleToInt32Bits((float)(count + 1)) >> Shift, OfZero - 1) - (OfZero - 1);

    /// <param name="counts">Of one bucket; written over.</param>
    /// <param name="sorted">Gets them in order.</param>
    /// <param name="scratch">As long.</param>
    /// <param name="bucket">Which one.</param>
    public static void Sort(Span<int> counts, Span<int> sorted, Span<int> scratch, int bucket)
    {
        if (bucket == 0 || counts.Length < DigitsFrom)
        {
            counts.CopyTo(sorted);
            sorted.Sort();
            return;
        }
        var (least, bits) = RangeOf(bucket);
        if (bits == 0)
        {
            counts.CopyTo(sorted);
            return;
        }
        var passes = (bits + MostDigitBits - 1) / MostDigitBits;
        var digitBits = (bits + passes - 1) / passes;
        var places = new Digits(stackalloc int[passes << digitBits], digitBits, least);
        places.Count(counts, passes);
        var from = counts;
        for (var pass = 0; pass < passes; pass++)
        {
            var to =
                pass == passes - 1 ? sorted
                : (pass & 1) == 0 ? scratch
                : counts;
            places.Move(from, to, pass);
            from = to;
        }
    }

    // The least count of a bucket, and how many bits tell its counts apart. Floats are exact up to 2^24; beyond,
    // counts of the bucket before round up into it.
    private static (int Least, int Bits) RangeOf(int bucket)
    {
        var key = bucket + OfZero - 1;
        var least = (int)BitConverter.Int32BitsToSingle(key << Shift) - 1;
        var exponent = (key >> 23 - Shift) - 127;
        var bits = Math.Max(0, exponent - (23 - Shift));
        return exponent < 24 ? (least, bits) : (least - (1 << exponent - 24), bits + 1);
    }

    /// <summary>Where the counts of a bucket go, digit by digit from the lowest, all counted in one reading.</summary>
    private readonly ref struct Digits(Span<int> places, int bits, int least)
    {
        private readonly Span<int> _places = places;

        public void Count(ReadOnlySpan<int> counts, int passes)
        {
            _places.Clear();
            ref var place = ref MemoryMarshal.GetReference(_places);
            // Locals: what is written could alias fields, so those would be read anew for every count.
            var (mask, shift, low) = ((1 << bits) - 1, bits, least);
            // Most buckets take two digits.
            if (passes == 2)
            {
                foreach (var count in counts)
                {
                    var digits = count - low;
                    Unsafe.Add(ref place, digits & mask)++;
                    Unsafe.Add(ref place, mask + 1 + (digits >> shift))++;
                }
            }
            else
            {
                foreach (var count in counts)
                {
                    for (var pass = 0; pass < passes; pass++)
                        Unsafe.Add(ref place, (pass << shift) + (count - low >> pass * shift & mask))++;
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
            var (mask, shift, low) = ((1 << bits) - 1, pass * bits, least);
            foreach (var count in from)
                Unsafe.Add(ref target, Unsafe.Add(ref place, count - low >> shift & mask)++) = count;
        }
    }
}
