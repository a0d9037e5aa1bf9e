namespace SellerLoyaltyPortal.Columnar;

/// <summary>
/// Amounts in 1/10,000 of the currency unit, kept as running sums: what any stretch of neighbouring lines adds
/// up to is one subtraction, and an amount is the difference of two neighbours. Nearly all are four bytes each,
/// as counts of a common unit (kopecks, say), and wrap around: a difference is exact all the same as long as
/// it fits four bytes itself. The few amounts that are no multiple of the unit (thirds that a partial return
/// leaves) or do not fit lie beside, by line. Where they are not few, all sums are eight bytes each.
/// </summary>
internal sealed class AmountColumn
{
    /// <summary>One line in so many may lie beside (twelve bytes each) before four bytes for all stop paying.</summary>
    private const int FarShare = 32;

    /// <summary>A sum that did not wrap is kept every 256 lines, for stretches that add up to more than 31 bits.</summary>
    private const int MarkBits = 8;

    private static readonly long[] Units = [10_000, 100, 1];

    private readonly long[] _marks;

    private AmountColumn(long[] wide) => (Wide, Unit, FarLines, FarAmounts, _marks) = (wide, 1, [], [], []);

    private AmountColumn(long[] amounts, long unit, int far)
    {
        Narrow = new int[amounts.Length + 1];
        Unit = unit;
        FarLines = new int[far];
        FarAmounts = new long[far];
        _marks = new long[(amounts.Length >> MarkBits) + 1];
        var (sum, largest, next) = (0L, 0L, 0);
        for (var i = 0; i < amounts.Length; i++)
        {
            if ((i & ((1 << MarkBits) - 1)) == 0)
                _marks[i >> MarkBits] = sum;
            var count = Divided(amounts[i], unit);
            if (count * unit == amounts[i] && (int)count == count)
            {
                sum += count;
                largest = Math.Max(largest, Math.Abs(count));
            }
            else
            {
                FarLines[next] = i;
                FarAmounts[next++] = amounts[i];
            }
            Narrow[i + 1] = (int)sum;
        }
        if ((amounts.Length & ((1 << MarkBits) - 1)) == 0)
            _marks[^1] = sum;
        LargestCount = largest;
    }

    /// <summary>
    /// Counts of <see cref="Unit"/> in all lines before each, wrapped to four bytes; one longer than there
    /// are lines; far lines count as 0. Null where <see cref="Wide"/> holds the sums.
    /// </summary>
    public int[]? Narrow { get; }

    /// <summary>1/10,000s in all lines before each; one longer than there are lines.</summary>
    public long[]? Wide { get; }

    /// <summary>1/10,000s in one count; 1 for a wide column.</summary>
    public long Unit { get; }

    /// <summary>The largest count of one line, whatever its sign.</summary>
    public long LargestCount { get; }

    /// <summary>Lines whose amount lies beside, ascending.</summary>
    public int[] FarLines { get; }

    /// <summary>In 1/10,000, by position in <see cref="FarLines"/>.</summary>
    public long[] FarAmounts { get; }

    public int Length => (Narrow?.Length ?? Wide!.Length) - 1;

    public long Bytes =>
        Narrow is null ? 8L * Wide!.Length : 4L * Narrow.Length + 8L * _marks.Length + 12L * FarLines.Length;

    public long this[int index]
    {
        get
        {
            if (Narrow is null)
                return Wide![index + 1] - Wide[index];
            if (Narrow[index + 1] - Narrow[index] is var count and not 0)
                return count * Unit;
            if (FarLines.Length == 0)
                return 0;
            var far = Array.BinarySearch(FarLines, index);
            return far < 0 ? 0 : FarAmounts[far];
        }
    }

    /// <summary>Keeps eight bytes a sum without looking for less.</summary>
    public static AmountColumn AsIs(long[] amounts)
    {
        var sums = new long[amounts.Length + 1];
        for (var i = 0; i < amounts.Length; i++)
            sums[i + 1] = sums[i] + amounts[i];
        return new(sums);
    }

    public static AmountColumn From(long[] amounts)
    {
        foreach (var unit in Units)
        {
            var far = CountFar(amounts, unit, amounts.Length / FarShare);
            if (far <= amounts.Length / FarShare)
                return new(amounts, unit, far);
        }
        return AsIs(amounts);
    }

    /// <summary>What the lines from <paramref name="low"/> to before <paramref name="high"/> add up to.</summary>
    public long Between(int low, int high)
    {
        if (Narrow is null)
            return Wide![high] - Wide[low];
        var sum = (SumBefore(high) - SumBefore(low)) * Unit;
        for (var far = FarFrom(low); far < FarLines.Length && FarLines[far] < high; far++)
            sum += FarAmounts[far];
        return sum;
    }

    /// <summary>Position in <see cref="FarLines"/> of the first at or after a line.</summary>
    public int FarFrom(int line)
    {
        var found = Array.BinarySearch(FarLines, line);
        return found < 0 ? ~found : found;
    }

    public bool ContentEquals(AmountColumn other) =>
        Unit == other.Unit
        && Narrow.AsSpan().SequenceEqual(other.Narrow)
        && Wide.AsSpan().SequenceEqual(other.Wide)
        && FarLines.AsSpan().SequenceEqual(other.FarLines)
        && FarAmounts.AsSpan().SequenceEqual(other.FarAmounts);

    // Counts of the unit in all lines before one, not wrapped.
    private long SumBefore(int line)
    {
        var mark = line >> MarkBits;
        var sum = _marks[mark];
        for (var i = mark << MarkBits; i < line; i++)
            sum += Narrow![i + 1] - Narrow[i];
        return sum;
    }

    // Stops counting once there are more than the limit.
    private static int CountFar(long[] amounts, long unit, int limit)
    {
        var far = 0;
        foreach (var amount in amounts)
        {
            var count = Divided(amount, unit);
            if (count * unit == amount && (int)count == count)
                continue;
            if (++far > limit)
                break;
        }
        return far;
    }

    // Dividing by a number that the compiler knows is a multiplication, several times faster.
    private static long Divided(long amount, long unit) =>
        unit switch
        {
            10_000 => amount / 10_000,
            100 => amount / 100,
            _ => amount,
        };
}
