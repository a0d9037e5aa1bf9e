using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using SellerLoyaltyPortal.Columnar;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>
/// The totals of those buyers who have any line in the window, by buyer, with no place for the others: what sorting
/// wants. It goes by line and not by buyer: one bit a line says where a buyer's lines enter the window and where
/// they have left it, and the running sums at those lines are moved together, sixteen lines at a time. What has left
/// less what has entered are the totals, because every buyer in the window enters once and leaves once.
/// </summary>
internal static class EdgePass
{
    /// <summary>Vectors are written whole: so many counts beyond the last one may be written over.</summary>
    public const int Slack = 16;

    private static readonly Vector512<int> FirstHalf = Vector512.Create([
        .. Enumerable.Range(0, 16).Select(lane => 1 << lane),
    ]);

    /// <summary>Writes the counts of those buyers who have one. Returns how many.</summary>
    /// <param name="lines">With narrow sums.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last one.</param>
    /// <param name="buyers">Whose.</param>
    /// <param name="counts">Gets their counts; longer by <see cref="Slack"/> than there are buyers.</param>
    /// <param name="outcome">Gets totals that are no counts.</param>
    public static int Fill(
        CountedLines lines,
        ushort from,
        ushort to,
        (int First, int Length) buyers,
        Span<int> counts,
        ref TotalsPass.Outcome outcome
    )
    {
        var byVectors = Vector512.IsHardwareAccelerated && Avx512F.IsSupported;
        var found = Plain(lines, from, to, buyers, counts, byVectors);
        return Special(lines, from, to, buyers, counts, found, ref outcome);
    }

    /// <summary>All but special buyers.</summary>
    /// <param name="byVectors">False for machines without 512-bit vectors.</param>
    internal static unsafe int Plain(
        CountedLines lines,
        ushort from,
        ushort to,
        (int First, int Length) buyers,
        Span<int> counts,
        bool byVectors
    )
    {
        var (line, stop) = (lines.Starts[buyers.First], lines.Starts[buyers.First + buyers.Length]);
        // The words of 64 lines that vectors may read whole.
        var whole = byVectors ? lines.Days.Length >> 6 : 0;
        var rented = ArrayPool<int>.Shared.Rent(buyers.Length + Slack);
        var (entered, left) = (0, 0);
        fixed (int* sums = lines.Amounts.Narrow)
        fixed (ushort* days = lines.Days)
        fixed (ulong* firsts = lines.Edges.Firsts)
        fixed (ulong* plain = lines.Edges.Plain)
        fixed (int* before = rented)
        fixed (int* after = counts)
        {
            var span = (ushort)(to - from);
            var (fromAll, spanAll) = (Vector512.Create(from), Vector512.Create(span));
            var last = 0UL;
            for (var word = line >> 6; word <= stop >> 6; word++)
            {
                var at = word << 6;
                var inside =
                    word < whole
                        ? WindowBits.Of64(ref days[at], fromAll, spanAll)
                        : WindowBits.OfFew(
                            lines.Days.AsSpan(at, Math.Min(64, lines.Days.Length - at)),
                            from,
                            span
                        );
                inside &= plain[word];
                if (at < line)
                    inside &= ulong.MaxValue << (line & 63);
                if (stop - at < 64)
                    inside &= ~(ulong.MaxValue << (stop & 63));
                // By line: whether the one before it is inside.
                var behind = inside << 1 | last;
                last = inside >> 63;
                var enters = inside & ~(behind & ~firsts[word]);
                var leaves = behind & ~(inside & ~firsts[word]);
                if (word < whole)
                {
                    Pick(sums + at, enters, before + entered);
                    Pick(sums + at, leaves, after + left);
                    entered += BitOperations.PopCount(enters);
                    left += BitOperations.PopCount(leaves);
                }
                else
                {
                    for (; enters != 0; enters &= enters - 1)
                        before[entered++] = sums[at + BitOperations.TrailingZeroCount(enters)];
                    for (; leaves != 0; leaves &= leaves - 1)
                        after[left++] = sums[at + BitOperations.TrailingZeroCount(leaves)];
                }
            }
            for (var i = 0; i < left; i += Vector<int>.Count)
                (Vector.Load(after + i) - Vector.Load(before + i)).Store(after + i);
        }
        ArrayPool<int>.Shared.Return(rented);
        return left;
    }

    // Those with amounts beside the column, or more of them than wrapped sums can tell.
    private static int Special(
        CountedLines lines,
        ushort from,
        ushort to,
        (int First, int Length) buyers,
        Span<int> counts,
        int found,
        ref TotalsPass.Outcome outcome
    )
    {
        var (amounts, sums) = (lines.Amounts, lines.Amounts.Narrow!);
        foreach (ref readonly var special in lines.Edges.SpecialFrom(buyers.First))
        {
            if (special.Buyer - buyers.First >= buyers.Length)
                break;
            var (low, high) = Within(lines, special, from, to);
            if (low == high)
                continue;
            long total;
            if (special.IsHeavy)
            {
                total = amounts.Between(low, high);
            }
            else
            {
                total = (sums[high] - sums[low]) * amounts.Unit;
                for (
                    var far = special.Far;
                    far < amounts.FarLines.Length && amounts.FarLines[far] < high;
                    far++
                )
                    total += amounts.FarLines[far] >= low ? amounts.FarAmounts[far] : 0;
            }
            var count = BuyerTotals.CountOf(total, amounts.Unit);
            if (count == BuyerTotals.Far)
                (outcome.Far ??= []).Add(new(special.Buyer, total));
            else
                counts[found++] = count;
        }
        return found;
    }

    // By bits: searching, a wrong guess at each step, takes twice as long.
    private static (int Low, int High) Within(
        CountedLines lines,
        in LineEdges.Special special,
        ushort from,
        ushort to
    )
    {
        var (start, length) = (special.Start, special.End - special.Start);
        if (length > 64 || lines.Days.Length - start < 64 || !Vector512.IsHardwareAccelerated)
            return lines.Within(start, special.End, from, to);
        var spanAll = Vector512.Create((ushort)(to - from));
        var inside = WindowBits.Of64(ref lines.Days[start], Vector512.Create(from), spanAll);
        inside &= ulong.MaxValue >> 64 - length;
        return inside == 0
            ? default
            : (
                start + BitOperations.TrailingZeroCount(inside),
                start + 64 - BitOperations.LeadingZeroCount(inside)
            );
    }

    // Moves those of 64 sums together that have a bit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Pick(int* sums, ulong bits, int* target)
    {
        // A bit for each of sixteen lanes; sixteen bits higher, those of the next sixteen.
        var firstHalf = FirstHalf;
        var (low, high) = (Vector512.Create((int)bits), Vector512.Create((int)(bits >> 32)));
        Pick(sums, low & firstHalf, target);
        Pick(sums + 16, low & (firstHalf << 16), target + BitOperations.PopCount((ushort)bits));
        Pick(sums + 32, high & firstHalf, target + BitOperations.PopCount((uint)bits));
        Pick(sums + 48, high & (firstHalf << 16), target + BitOperations.PopCount(bits << 16));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Pick(int* sums, Vector512<int> chosen, int* target) =>
        Avx512F
            .Compress(
                Vector512<int>.Zero,
                ~Vector512.Equals(chosen, Vector512<int>.Zero),
                Vector512.Load(sums)
            )
            .Store(target);
}
