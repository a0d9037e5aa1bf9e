namespace SellerLoyaltyPortal.Columnar;

/// <summary>
/// All lines of the buyers whose lines changed since the main store was built; it hides those there. Each append
/// lays the buyers that it concerns on top as a store of their own and leaves the layers under it as they are;
/// what a layer holds of a buyer who changed again since is dead and goes when the layers are made into one.
/// </summary>
internal sealed class LinePatch
{
    /// <summary>More layers than this are made into one: each costs some kilobytes and a look.</summary>
    public const int MostLayers = 64;

    private readonly int[] _places;

    private LinePatch(int[] buyers, int[] layerOf, int[] places, LineStore[] layers, int lineCount)
    {
        (Buyers, LayerOf, _places, Layers, LineCount) = (buyers, layerOf, places, layers, lineCount);
        StoredLineCount = layers.Sum(l => (long)l.LineCount);
        foreach (var layer in layers.Where(l => l.LineCount > 0))
            (FirstDay, LastDay) = (Math.Min(FirstDay, layer.FirstDay), Math.Max(LastDay, layer.LastDay));
    }

    /// <summary>Ordinals, ascending.</summary>
    public int[] Buyers { get; }

    /// <summary>Which of <see cref="Layers"/> has the lines of each of <see cref="Buyers"/>.</summary>
    public int[] LayerOf { get; }

    public LineStore[] Layers { get; }

    /// <summary>Lines that hold.</summary>
    public int LineCount { get; }

    /// <summary>Lines in the layers, dead ones included.</summary>
    public long StoredLineCount { get; }

    /// <summary>Of any purchase or return in the layers, dead ones included.</summary>
    public int FirstDay { get; } = int.MaxValue;

    /// <summary>Of any purchase or return in the layers, dead ones included.</summary>
    public int LastDay { get; } = int.MinValue;

    public long Bytes => 12L * Buyers.Length + Layers.Sum(l => l.Bytes);

    public static LinePatch Of(int[] buyers, LineStore store)
    {
        var places = new int[buyers.Length];
        for (var i = 0; i < places.Length; i++)
            places[i] = i;
        return new(buyers, new int[buyers.Length], places, [store], store.LineCount);
    }

    /// <summary>This with a store of some buyers, who may be here already, laid on top.</summary>
    public LinePatch With(int[] changed, LineStore store)
    {
        var (known, lines) = (0, LineCount + store.LineCount);
        foreach (var buyer in changed)
        {
            if (!TryFind(buyer, out var layer, out var place))
                continue;
            known++;
            lines -= Layers[layer].Starts[place + 1] - Layers[layer].Starts[place];
        }
        var count = Buyers.Length + changed.Length - known;
        var (buyers, layerOf, places) = (new int[count], new int[count], new int[count]);
        var (mine, theirs) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            var isTheirs =
                mine == Buyers.Length || (theirs < changed.Length && changed[theirs] <= Buyers[mine]);
            if (isTheirs)
            {
                if (mine < Buyers.Length && Buyers[mine] == changed[theirs])
                    mine++;
                (buyers[i], layerOf[i], places[i]) = (changed[theirs], Layers.Length, theirs);
                theirs++;
            }
            else
            {
                (buyers[i], layerOf[i], places[i]) = (Buyers[mine], LayerOf[mine], _places[mine]);
                mine++;
            }
        }
        return new(buyers, layerOf, places, [.. Layers, store], lines);
    }

    /// <summary>Which layer has the buyer's lines, and as which of its buyers; false for one who is not here.</summary>
    public bool TryFind(int buyer, out int layer, out int place)
    {
        var found = Array.BinarySearch(Buyers, buyer);
        (layer, place) = found < 0 ? (-1, -1) : (LayerOf[found], _places[found]);
        return found >= 0;
    }

    /// <summary>Whether the layers are many, or mostly dead.</summary>
    public bool IsWorthMerging => Layers.Length > MostLayers || StoredLineCount > 3L * LineCount + 100_000;

    /// <summary>The same lines in one layer.</summary>
    public LinePatch Merged(PurchaseColumnSet columns)
    {
        // Not the layers' own stretch: days of dead lines may lie anywhere.
        var (first, last) = (int.MaxValue, int.MinValue);
        for (var i = 0; i < Buyers.Length; i++)
            new BuyerSlice(Layers[LayerOf[i]], _places[i]).Stretch(ref first, ref last);
        var writer =
            LineCount == 0
                ? new LineStoreWriter(columns, Buyers.Length, 0, 0, 0)
                : new LineStoreWriter(columns, Buyers.Length, LineCount, first, last);
        for (var i = 0; i < Buyers.Length; i++)
        {
            new BuyerSlice(Layers[LayerOf[i]], _places[i]).CopyTo(writer);
            writer.EndBuyer();
        }
        return Of(Buyers, writer.Finish(narrow: false));
    }
}
