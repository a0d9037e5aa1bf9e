namespace SellerLoyaltyPortal.Columnar;

/// <summary>
/// What one choice of price base, return rule and discounted purchases counts: amounts by buyer, and by day
/// within the buyer. The pass over all buyers reads these arrays and nothing else.
/// </summary>
internal sealed class CountedLines
{
    /// <summary>The largest total of a buyer, in counts, that the wrapping sums are trusted with.</summary>
    public const long LargestLight = int.MaxValue - 1;

    private LineEdges? _edges;

    public CountedLines(int firstDay, int[] starts, ushort[] days, AmountColumn amounts)
    {
        (FirstDay, Starts, Days, Amounts) = (firstDay, starts, days, amounts);
        HeavyBuyers = amounts.Narrow is null ? [] : FindHeavy();
        FarBuyers = FindFarBuyers();
    }

    /// <summary>Day number of day offset 0.</summary>
    public int FirstDay { get; }

    /// <summary>Where each buyer's lines begin; one longer than there are buyers.</summary>
    public int[] Starts { get; }

    /// <summary>Days since <see cref="FirstDay"/>, ascending within a buyer.</summary>
    public ushort[] Days { get; }

    public AmountColumn Amounts { get; }

    /// <summary>Buyers whose lines could add up to more than the wrapping sums can tell, ascending; very few.</summary>
    public int[] HeavyBuyers { get; }

    /// <summary>Whose line each of the amounts is that lie beside their column.</summary>
    public int[] FarBuyers { get; }

    public int Buyers => Starts.Length - 1;

    /// <summary>Made on first use, then kept: the lines of a small patch are never asked for them.</summary>
    public LineEdges Edges =>
        _edges ?? Interlocked.CompareExchange(ref _edges, new(this), comparand: null) ?? _edges;

    /// <summary>Bytes beyond what the store itself holds when the lines counted are the stored ones.</summary>
    public long OwnBytes => 4L * (HeavyBuyers.Length + FarBuyers.Length) + (_edges?.Bytes ?? 0);

    /// <summary>
    /// The first and the last day of a range as offsets; false where no line can lie in the range.
    /// </summary>
    public bool TryOffsets(int first, int last, out ushort from, out ushort to)
    {
        var low = Math.Max(0L, (long)first - FirstDay);
        var high = Math.Min(ushort.MaxValue, (long)last - FirstDay);
        var any = low <= high;
        (from, to) = any ? ((ushort)low, (ushort)high) : default;
        return any;
    }

    /// <summary>
    /// The lines from <paramref name="start"/> to before <paramref name="end"/>, all of one buyer, that lie in a
    /// range of days: neighbours, because lines lie by day.
    /// </summary>
    public (int Low, int High) Within(int start, int end, ushort from, ushort to)
    {
        var days = Days.AsSpan(start, end - start);
        var low = FirstNotBelow(days, from);
        var high = to == ushort.MaxValue ? days.Length : FirstNotBelow(days, (ushort)(to + 1));
        return (start + low, start + high);
    }

    private static int FirstNotBelow(ReadOnlySpan<ushort> days, ushort day)
    {
        var (low, high) = (0, days.Length);
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (days[middle] < day)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private int[] FindHeavy()
    {
        var heavy = new List<int>();
        var sums = Amounts.Narrow!;
        for (var buyer = 0; buyer < Buyers; buyer++)
        {
            var (start, end) = (Starts[buyer], Starts[buyer + 1]);
            if ((end - start) * Amounts.LargestCount <= LargestLight)
                continue;
            var all = 0L;
            for (var line = start; line < end; line++)
                all += Math.Abs((long)(sums[line + 1] - sums[line]));
            if (all > LargestLight)
                heavy.Add(buyer);
        }
        return [.. heavy];
    }

    private int[] FindFarBuyers()
    {
        var lines = Amounts.FarLines;
        var buyers = new int[lines.Length];
        var buyer = 0;
        for (var far = 0; far < lines.Length; far++)
        {
            while (Starts[buyer + 1] <= lines[far])
                buyer++;
            buyers[far] = buyer;
        }
        return buyers;
    }
}
