namespace SellerLoyaltyPortal.Columnar;

/// <summary>Sorts a <see cref="LineBuffer"/> into a <see cref="LineStore"/>.</summary>
internal static class LineStoreBuilder
{
    /// <exception cref="OverflowException">The amounts together do not fit into 64 bits.</exception>
    /// <exception cref="InvalidOperationException">The days span more than 65,536.</exception>
    public static LineStore Build(LineBuffer lines, int buyers, PurchaseColumnSet columns, bool narrow)
    {
        var starts = StartsOf(lines, buyers);
        var order = Sorted(lines, starts);
        var (first, last) = Days(lines);
        var writer = new LineStoreWriter(columns, buyers, order.Length, first, last);
        for (var buyer = 0; buyer < buyers; buyer++)
        {
            for (var i = starts[buyer]; i < starts[buyer + 1]; i++)
            {
                ref readonly var line = ref lines[order[i]];
                writer.Add(line, lines.ReturnOf(line));
            }
            writer.EndBuyer();
        }
        var store = writer.Finish(narrow);
        store.Magnitudes.Check();
        return store;
    }

    private static int[] StartsOf(LineBuffer lines, int buyers)
    {
        var starts = new int[buyers + 1];
        for (var i = 0; i < lines.Count; i++)
            starts[lines[i].Buyer + 1]++;
        for (var i = 0; i < buyers; i++)
            starts[i + 1] += starts[i];
        return starts;
    }

    // Where each line goes: a counting sort by buyer, then each buyer's own lines by everything else.
    private static int[] Sorted(LineBuffer lines, int[] starts)
    {
        var order = new int[lines.Count];
        var next = starts.AsSpan(0, starts.Length - 1).ToArray();
        for (var i = 0; i < order.Length; i++)
            order[next[lines[i].Buyer]++] = i;
        var buyers = starts.Length - 1;
        var shares = buyers < 10_000 ? 1 : WorkShares.Threads * 4;
        WorkShares.Run(
            shares,
            share =>
            {
                var comparer = new LineComparer(lines);
                var (from, to) = WorkShares.Bounds(buyers, shares, share);
                for (var buyer = from; buyer < to; buyer++)
                    SortLines(order.AsSpan(starts[buyer], starts[buyer + 1] - starts[buyer]), comparer);
            }
        );
        return order;
    }

    private static void SortLines(Span<int> slice, LineComparer comparer)
    {
        for (var i = 1; i < slice.Length; i++)
        {
            if (comparer.Compare(slice[i - 1], slice[i]) <= 0)
                continue;
            slice.Sort(comparer);
            return;
        }
    }

    private static (int First, int Last) Days(LineBuffer lines)
    {
        if (lines.Count == 0)
            return (0, 0);
        var (first, last) = (int.MaxValue, int.MinValue);
        for (var i = 0; i < lines.Count; i++)
        {
            ref readonly var line = ref lines[i];
            first = Math.Min(first, line.Day);
            last = Math.Max(last, line.Day);
            if (line.Return < 0)
                continue;
            var back = lines.ReturnOf(line).Day;
            first = Math.Min(first, back);
            last = Math.Max(last, back);
        }
        return (first, last);
    }

    private sealed class LineComparer(LineBuffer lines) : IComparer<int>
    {
        public int Compare(int x, int y)
        {
            ref readonly var left = ref lines[x];
            ref readonly var right = ref lines[y];
            var result = left.Day.CompareTo(right.Day);
            return result != 0 ? result
                : x == y ? 0
                : RawLine.CompareWithinDay(left, lines.ReturnOf(left), right, lines.ReturnOf(right));
        }
    }
}
