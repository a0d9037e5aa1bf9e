using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>
/// One bit a line: whether its day lies in the window. Days are compared 64 at once; the lines of a buyer are
/// then a look at a word, whatever their number.
/// </summary>
internal static class WindowBits
{
    /// <summary>So many lines of a buyer lie in any eight bytes that begin with the first one's.</summary>
    public const int InOneLook = 57;

    /// <summary>Words that bits of so many lines take, with what a look may read beyond.</summary>
    public static int WordsFor(int lines) => (lines >> 6) + 2;

    /// <summary>Fills <paramref name="bits"/>: 1 where the day lies <paramref name="span"/> or less after <paramref name="from"/>.</summary>
    public static void Fill(ReadOnlySpan<ushort> days, ushort from, ushort span, Span<ulong> bits)
    {
        var (line, word) = (0, 0);
        if (Vector512.IsHardwareAccelerated)
        {
            ref var first = ref MemoryMarshal.GetReference(days);
            var (fromAll, spanAll) = (Vector512.Create(from), Vector512.Create(span));
            for (; line + 64 <= days.Length; line += 64)
            {
                bits[word++] = Of64(ref Unsafe.Add(ref first, line), fromAll, spanAll);
            }
        }
        FillPlain(days[line..], from, span, bits[word..]);
    }

    /// <summary>The bits of 64 lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of64(ref ushort days, Vector512<ushort> from, Vector512<ushort> span)
    {
        var low = Vector512.LoadUnsafe(ref days) - from;
        var high = Vector512.LoadUnsafe(ref days, 32) - from;
        return Vector512.LessThanOrEqual(low, span).ExtractMostSignificantBits()
            | Vector512.LessThanOrEqual(high, span).ExtractMostSignificantBits() << 32;
    }

    /// <summary>The bits of up to 64 lines, one by one.</summary>
    public static ulong OfFew(ReadOnlySpan<ushort> days, ushort from, ushort span)
    {
        var bits = 0UL;
        for (var line = 0; line < days.Length; line++)
            bits |= (ushort)(days[line] - from) <= span ? 1UL << line : 0;
        return bits;
    }

    /// <summary>Line by line, for machines without 512-bit vectors and for the last few lines.</summary>
    internal static void FillPlain(ReadOnlySpan<ushort> days, ushort from, ushort span, Span<ulong> bits)
    {
        bits[..WordsFor(days.Length)].Clear();
        for (var line = 0; line < days.Length; line += 64)
            bits[line >> 6] = OfFew(days[line..Math.Min(line + 64, days.Length)], from, span);
    }

    /// <summary>The bits of up to <see cref="InOneLook"/> lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Look(ref byte bits, int line, int length) =>
        Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bits, line >> 3)) >> (line & 7)
        & ((1UL << length) - 1);

    /// <summary>Where the ones among so many bits begin and end; they are neighbours.</summary>
    public static (int First, int End) Stretch(ReadOnlySpan<ulong> bits, int from, int to)
    {
        var (first, count) = (from, 0);
        for (var at = from; at < to; )
        {
            var take = Math.Min(64 - (at & 63), to - at);
            var word = bits[at >> 6] >> (at & 63) & ulong.MaxValue >> 64 - take;
            if (word != 0 && count == 0)
                first = at + BitOperations.TrailingZeroCount(word);
            count += BitOperations.PopCount(word);
            at += take;
        }
        return (first, first + count);
    }
}
