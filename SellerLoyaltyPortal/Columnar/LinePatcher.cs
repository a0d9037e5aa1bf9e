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

    private readonly SortedDictionary<int, List<Line>> _affected = [];

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
    public int[] Affected() => [.. _affected.Keys];

    /// <exception cref="InvalidOperationException">The days would span more than 65,536.</exception>
    public LinePatch Apply()
    {
        var buyers = _affected.Keys.Union(patch?.Buyers ?? []).Order().ToArray();
        var (first, last) = (main.LineCount > 0 ? main.FirstDay : int.MaxValue, int.MinValue);
        var count = 0;
        foreach (var lines in _affected.Values)
        {
            count += lines.Count;
            foreach (var line in lines)
            {
                first = Math.Min(
                    first,
                    Math.Min(line.Raw.Day, line.Raw.Return < 0 ? int.MaxValue : line.Back.Day)
                );
                last = Math.Max(
                    last,
                    Math.Max(line.Raw.Day, line.Raw.Return < 0 ? int.MinValue : line.Back.Day)
                );
            }
        }
        if (patch is { Store.LineCount: > 0 } old)
        {
            first = Math.Min(first, old.Store.FirstDay);
            last = Math.Max(last, old.Store.LastDay);
            count += old.Buyers.Where(b => !_affected.ContainsKey(b)).Sum(b => CountIn(old, b));
        }
        var writer =
            count == 0
                ? new LineStoreWriter(columns, buyers.Length, 0, 0, 0)
                : new LineStoreWriter(columns, buyers.Length, count, first, last);
        foreach (var buyer in buyers)
        {
            if (_affected.TryGetValue(buyer, out var lines))
            {
                foreach (var line in lines)
                    writer.Add(line.Raw, line.Back);
            }
            else
            {
                Copy(patch!, buyer, writer);
            }
            writer.EndBuyer();
        }
        return new(buyers, writer.Finish(narrow: false));
    }

    private static int CountIn(LinePatch patch, int buyer)
    {
        var at = patch.Find(buyer);
        return patch.Store.Starts[at + 1] - patch.Store.Starts[at];
    }

    private static void Copy(LinePatch patch, int buyer, LineStoreWriter writer)
    {
        var at = patch.Find(buyer);
        var next = patch.Store.FirstReturnFrom(patch.Store.Starts[at]);
        for (var line = patch.Store.Starts[at]; line < patch.Store.Starts[at + 1]; line++)
            writer.Add(patch.Store.Read(line, ref next, out var back), back);
    }

    private List<Line> LinesOf(int buyer)
    {
        if (_affected.TryGetValue(buyer, out var lines))
            return lines;
        lines = [];
        var patched = patch?.Find(buyer) ?? -1;
        var (store, at) = patched >= 0 ? (patch!.Store, patched) : (main, buyer);
        if (at < store.Buyers)
        {
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
