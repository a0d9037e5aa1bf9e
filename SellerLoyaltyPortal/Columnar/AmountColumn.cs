namespace SellerLoyaltyPortal.Columnar;

/// <summary>
/// Amounts in 1/10,000 of the currency unit. Nearly all are four bytes each, as counts of a common unit
/// (kopecks, say); the few that are no multiple of it (thirds that a partial return leaves) or do not fit lie
/// beside, by line. Where they are not few, all are eight bytes each.
/// </summary>
internal sealed class AmountColumn
{
    /// <summary>One line in so many may lie beside (twelve bytes each) before four bytes for all stop paying.</summary>
    private const int FarShare = 32;

    private static readonly long[] Units = [10_000, 100, 1];

    private AmountColumn(int[]? narrow, long[]? wide, long unit, int[] farLines, long[] farAmounts)
    {
        (Narrow, Wide, Unit) = (narrow, wide, unit);
        (FarLines, FarAmounts) = (farLines, farAmounts);
    }

    /// <summary>Counts of <see cref="Unit"/>, 0 for far lines; null where <see cref="Wide"/> holds the amounts.</summary>
    public int[]? Narrow { get; }

    public long[]? Wide { get; }

    /// <summary>1/10,000s in one count; 1 for a wide column.</summary>
    public long Unit { get; }

    /// <summary>Lines whose amount lies beside, ascending.</summary>
    public int[] FarLines { get; }

    /// <summary>In 1/10,000, by position in <see cref="FarLines"/>.</summary>
    public long[] FarAmounts { get; }

    public int Length => Narrow?.Length ?? Wide!.Length;

    public long Bytes => Narrow is null ? 8L * Wide!.Length : 4L * Narrow.Length + 12L * FarLines.Length;

    public long this[int index]
    {
        get
        {
            if (Narrow is null)
                return Wide![index];
            if (Narrow[index] is var count and not 0)
                return count * Unit;
            var far = Array.BinarySearch(FarLines, index);
            return far < 0 ? 0 : FarAmounts[far];
        }
    }

    /// <summary>Keeps eight bytes an amount without looking for less.</summary>
    public static AmountColumn AsIs(long[] amounts) => new(narrow: null, amounts, unit: 1, [], []);

    public static AmountColumn From(long[] amounts)
    {
        foreach (var unit in Units)
        {
            var far = CountFar(amounts, unit, amounts.Length / FarShare);
            if (far <= amounts.Length / FarShare)
                return Narrowed(amounts, unit, far);
        }
        return AsIs(amounts);
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

    private static AmountColumn Narrowed(long[] amounts, long unit, int far)
    {
        var narrow = new int[amounts.Length];
        var farLines = new int[far];
        var farAmounts = new long[far];
        var next = 0;
        for (var i = 0; i < narrow.Length; i++)
        {
            var count = Divided(amounts[i], unit);
            if (count * unit == amounts[i] && (int)count == count)
            {
                narrow[i] = (int)count;
                continue;
            }
            farLines[next] = i;
            farAmounts[next++] = amounts[i];
        }
        return new(narrow, wide: null, unit, farLines, farAmounts);
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
