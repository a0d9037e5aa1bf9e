namespace SellerLoyaltyPortal.Columnar;

/// <summary>
/// Where every buyer's lines lie, in the main store or in a layer of the patch that hides it there: for passes over
/// all buyers, which would make a <see cref="BuyerSlice"/> too often.
/// </summary>
internal sealed class LineViews
{
    private readonly LinePatch? _patch;
    private readonly LineView[] _views;
    private readonly int _mainBuyers;

    /// <exception cref="InvalidOperationException">The snapshot was built without this price base.</exception>
    public LineViews(PurchaseColumns columns, PriceBase priceBase)
    {
        (_patch, _mainBuyers) = (columns.Patch, columns.Lines.Buyers);
        LineStore[] stores = [columns.Lines, .. _patch?.Layers ?? []];
        _views = Array.ConvertAll(stores, store => new LineView(store, priceBase));
        for (var i = 0; i < _views.Length; i++)
            _views[i].Index = i;
    }

    /// <summary>The main store's, then those of the layers.</summary>
    public IReadOnlyList<LineView> All => _views;

    /// <summary>The lines of a buyer: <paramref name="from"/> up to but not including <paramref name="to"/>.</summary>
    public LineView Of(int buyer, out int from, out int to)
    {
        var (view, place) = (_views[0], buyer);
        if (_patch is not null && _patch.TryFind(buyer, out var layer, out var found))
            (view, place) = (_views[layer + 1], found);
        else if (buyer >= _mainBuyers)
        {
            (from, to) = (0, 0);
            return view;
        }
        (from, to) = (view.Starts[place], view.Starts[place + 1]);
        return view;
    }
}
