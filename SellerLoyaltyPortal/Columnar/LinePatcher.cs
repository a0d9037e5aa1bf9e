namespace SellerLoyaltyPortal.Columnar;

/// <summary>Applies changes to a snapshot's lines: writes the affected buyers anew and nobody else.</summary>
internal sealed class LinePatcher(LineStore main, LinePatch? patch, PurchaseColumnSet columns)
{
    private readonly record struct Line(RawLine Raw, RawReturn Back);

    private static readonly Comparer<Line> ByEverything = Comparer<Line>.Create(
        static (x, y) =>
            x.Raw.Day.CompareTo(y.Raw.Day) is var byDay and not 0
                ? byDay
                : RawLine.CompareWithinDay(x.Raw, x.Back, y.Raw, y.Back)
    );

    private readonly Dictionary<int, List<Line>> _affected = [];

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

    /// <summary>The affected buyers, ascending.</summary>
    public int[] Affected()
    {
        int[] buyers = [.. _affected.Keys];
        buyers.AsSpan().Sort();
        return buyers;
    }

    /// <summary>The affected buyers' lines as they are now.</summary>
    /// <param name="affected"><see cref="Affected"/>.</param>
    /// <exception cref="InvalidOperationException">The days would span more than 65,536.</exception>
    public LineStore Written(int[] affected)
    {
        var (first, last, count) = (int.MaxValue, int.MinValue, 0);
        foreach (var lines in _affected.Values)
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
                ? new LineStoreWriter(columns, affected.Length, 0, 0, 0)
                : new LineStoreWriter(columns, affected.Length, count, first, last);
        foreach (var buyer in affected)
        {
            foreach (var line in _affected[buyer])
                writer.Add(line.Raw, line.Back);
            writer.EndBuyer();
        }
        return writer.Finish(narrow: false);
    }

    private List<Line> LinesOf(int buyer)
    {
        if (_affected.TryGetValue(buyer, out var lines))
            return lines;
        lines = [];
        var (store, at) =
            patch is not null && patch.TryFind(buyer, out var layer, out var place)
                ? (patch.Layers[layer], place)
                : (main, buyer);
        if (at < store.Buyers)
        {
            lines.Capacity = store.Starts[at + 1] - store.Starts[at] + 1;
            var next = store.FirstReturnFrom(store.Starts[at]);
            for (var line = store.Starts[at]; line < store.Starts[at + 1]; line++)
                lines.Add(new(store.Read(line, ref next, out var back), back));
        }
        _affected.Add(buyer, lines);
        return lines;
    }

    private Line Carried(in LedgerLine line)
    {
        var raw = LineBuffer.ToRaw(line, columns, out var back);
        return new(raw, back);
    }
}
