namespace SellerLoyaltyPortal.Columnar;

/// <summary>Applies changes to a snapshot's lines: writes the affected buyers anew and nobody else.</summary>
internal sealed class LinePatcher
{
    // Under so many buyers a second thread does not pay.
    private const int ThreadsFrom = 200;

    private readonly record struct Line(RawLine Raw, RawReturn Back);

    private static readonly Comparer<Line> ByEverything = Comparer<Line>.Create(
        static (x, y) =>
            x.Raw.Day.CompareTo(y.Raw.Day) is var byDay and not 0
                ? byDay
                : RawLine.CompareWithinDay(x.Raw, x.Back, y.Raw, y.Back)
    );

    private readonly PurchaseColumnSet _columns;
    private readonly int[] _affected;

    // By position among the affected.
    private readonly List<Line>[] _lines;

    /// <param name="main">What all buyers have, but those of the patch.</param>
    /// <param name="patch">What was appended so far.</param>
    /// <param name="columns">What is carried.</param>
    /// <param name="affected">Whose lines may change; ascending, each once.</param>
    public LinePatcher(LineStore main, LinePatch? patch, PurchaseColumnSet columns, int[] affected)
    {
        (_columns, _affected) = (columns, affected);
        var lines = _lines = new List<Line>[affected.Length];
        // Reading a buyer's lines is mostly waiting for memory, which threads do at the same time.
        var shares = affected.Length < ThreadsFrom ? 1 : 8 * WorkShares.Threads;
        WorkShares.Run(
            shares,
            share =>
            {
                var (from, to) = WorkShares.Bounds(affected.Length, shares, share);
                for (var i = from; i < to; i++)
                    lines[i] = LinesOf(main, patch, affected[i]);
            }
        );
    }

    /// <exception cref="InvalidOperationException">The buyer has no such line.</exception>
    public void Remove(int buyer, in LedgerLine line)
    {
        var wanted = Carried(line);
        var lines = LinesOf(buyer);
        var found = lines.BinarySearch(wanted, ByEverything);
        if (found < 0)
            throw new InvalidOperationException("A line that is taken away is not there.");
        lines.RemoveAt(found);
    }

    public void Add(int buyer, in LedgerLine line)
    {
        var added = Carried(line);
        var lines = LinesOf(buyer);
        var found = lines.BinarySearch(added, ByEverything);
        lines.Insert(found < 0 ? ~found : found, added);
    }

    /// <summary>The affected buyers' lines as they are now.</summary>
    /// <exception cref="InvalidOperationException">The days would span more than 65,536.</exception>
    public LineStore Written()
    {
        var (first, last, count) = (int.MaxValue, int.MinValue, 0);
        foreach (var lines in _lines)
        {
            count += lines.Count;
            foreach (var line in lines)
            {
                (first, last) = (Math.Min(first, line.Raw.Day), Math.Max(last, line.Raw.Day));
                if (line.Raw.Return >= 0)
                    (first, last) = (Math.Min(first, line.Back.Day), Math.Max(last, line.Back.Day));
            }
        }
        var writer =
            count == 0
                ? new LineStoreWriter(_columns, _affected.Length, 0, 0, 0)
                : new LineStoreWriter(_columns, _affected.Length, count, first, last);
        foreach (var lines in _lines)
        {
            foreach (var line in lines)
                writer.Add(line.Raw, line.Back);
            writer.EndBuyer();
        }
        return writer.Finish(narrow: false);
    }

    private List<Line> LinesOf(int buyer) => _lines[Array.BinarySearch(_affected, buyer)];

    private static List<Line> LinesOf(LineStore main, LinePatch? patch, int buyer)
    {
        var (store, at) =
            patch is not null && patch.TryFind(buyer, out var layer, out var place)
                ? (patch.Layers[layer], place)
                : (main, buyer);
        if (at >= store.Buyers)
            return [];
        // Room for one more: most appends add a line to each.
        var lines = new List<Line>(store.Starts[at + 1] - store.Starts[at] + 1);
        var next = store.FirstReturnFrom(store.Starts[at]);
        for (var line = store.Starts[at]; line < store.Starts[at + 1]; line++)
            lines.Add(new(store.Read(line, ref next, out var back), back));
        return lines;
    }

    private Line Carried(in LedgerLine line)
    {
        var raw = LineBuffer.ToRaw(line, _columns, out var back);
        return new(raw, back);
    }
}
