namespace SellerLoyaltyPortal.Columnar;

/// <summary>Sorts a <see cref="LineBuffer"/> into a <see cref="LineStore"/>, on all threads.</summary>
internal static class LineStoreBuilder
{
    /// <summary>Under so many lines a second thread does not pay.</summary>
    public const int ThreadsFrom = 100_000;

    /// <exception cref="OverflowException">The amounts together do not fit into 64 bits.</exception>
    /// <exception cref="InvalidOperationException">The days span more than 65,536.</exception>
    public static LineStore Build(LineBuffer lines, int buyers, PurchaseColumnSet columns, bool narrow)
    {
        var threads = lines.Count < ThreadsFrom ? 1 : WorkShares.Threads;
        var (order, starts) = ByBuyer(lines, buyers, threads);
        var (first, last) = Days(lines, threads);
        var arrays = new LineArrays(columns, order.Length, first, last);
        var shares = threads == 1 ? 1 : threads * 8;
        var parts = new Part[shares];
        WorkShares.Run(
            shares,
            share =>
            {
                // About as many lines each, whoever's they are.
                var part = new Part(lines, order, arrays);
                var (from, to) = WorkShares.Bounds(order.Length, shares, share);
                var buyer = share == 0 ? 0 : FirstFrom(starts, from);
                var end = share == shares - 1 ? buyers : FirstFrom(starts, to);
                for (; buyer < end; buyer++)
                    part.Write(starts[buyer], starts[buyer + 1]);
                parts[share] = part;
            }
        );
        var magnitudes = default(Magnitudes);
        var returns = new List<(int Line, RawReturn Back)>(parts.Sum(p => p.Returns.Count));
        foreach (var part in parts)
        {
            magnitudes.Add(part.Magnitudes);
            returns.AddRange(part.Returns);
        }
        magnitudes.Check();
        return arrays.Finish(starts, returns, magnitudes, narrow);
    }

    // The slots of the lines by buyer, in order of arrival within a buyer: a counting sort.
    private static (int[] Order, int[] Starts) ByBuyer(LineBuffer lines, int buyers, int threads)
    {
        var next = new int[threads][];
        WorkShares.Run(
            threads,
            share =>
            {
                var counts = next[share] = new int[buyers];
                var (from, to) = WorkShares.Bounds(lines.Chunks, threads, share);
                for (var chunk = from; chunk < to; chunk++)
                {
                    foreach (ref readonly var line in lines.Chunk(chunk))
                        counts[line.Buyer]++;
                }
            }
        );
        var starts = new int[buyers + 1];
        var place = 0;
        for (var buyer = 0; buyer < buyers; buyer++)
        {
            starts[buyer] = place;
            foreach (var counts in next)
                (counts[buyer], place) = (place, place + counts[buyer]);
        }
        starts[buyers] = place;
        var order = new int[lines.Count];
        WorkShares.Run(
            threads,
            share =>
            {
                var places = next[share];
                var (from, to) = WorkShares.Bounds(lines.Chunks, threads, share);
                for (var chunk = from; chunk < to; chunk++)
                {
                    var some = lines.Chunk(chunk);
                    for (var i = 0; i < some.Length; i++)
                        order[places[some[i].Buyer]++] = LineBuffer.SlotOf(chunk, i);
                }
            }
        );
        return (order, starts);
    }

    private static int FirstFrom(int[] starts, int line)
    {
        var found = Array.BinarySearch(starts, line);
        while (found > 0 && starts[found - 1] == line)
            found--;
        return found < 0 ? ~found : found;
    }

    private static (int First, int Last) Days(LineBuffer lines, int threads)
    {
        if (lines.Count == 0)
            return (0, 0);
        var ranges = new (int First, int Last)[threads];
        WorkShares.Run(
            threads,
            share =>
            {
                var (first, last) = (int.MaxValue, int.MinValue);
                var (from, to) = WorkShares.Bounds(lines.Chunks, threads, share);
                for (var chunk = from; chunk < to; chunk++)
                {
                    foreach (ref readonly var line in lines.Chunk(chunk))
                    {
                        (first, last) = (Math.Min(first, line.Day), Math.Max(last, line.Day));
                        if (line.Return < 0)
                            continue;
                        var back = lines.ReturnOf(line).Day;
                        (first, last) = (Math.Min(first, back), Math.Max(last, back));
                    }
                }
                ranges[share] = (first, last);
            }
        );
        return (ranges.Min(r => r.First), ranges.Max(r => r.Last));
    }

    /// <summary>One share of the buyers: their lines by day and everything else, written to their places.</summary>
    private sealed class Part(LineBuffer lines, int[] order, LineArrays arrays) : IComparer<int>
    {
        private Magnitudes _magnitudes;

        public Magnitudes Magnitudes => _magnitudes;

        public List<(int Line, RawReturn Back)> Returns { get; } = [];

        public void Write(int start, int end)
        {
            for (var i = start + 1; i < end; i++)
            {
                if (Compare(order[i - 1], order[i]) <= 0)
                    continue;
                order.AsSpan(start, end - start).Sort(this);
                break;
            }
            for (var i = start; i < end; i++)
            {
                ref readonly var line = ref lines[order[i]];
                var back = lines.ReturnOf(line);
                arrays.Set(i, line);
                _magnitudes.Add(line, back);
                if (line.Return >= 0)
                    Returns.Add((i, back));
            }
        }

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
