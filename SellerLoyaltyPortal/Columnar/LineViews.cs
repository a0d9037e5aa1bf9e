namespace SellerLoyaltyPortal.Columnar;

/// <summary>
/// Where every buyer's lines lie, in the main store or in the patch that hides it there: for passes over all
/// buyers, which would make a <see cref="BuyerSlice"/> too often.
/// </summary>
/// <exception cref="InvalidOperationException">The snapshot was built without this price base.</exception>
internal sealed class LineViews(PurchaseColumns columns, PriceBase priceBase)
{
    private readonly LinePatch? _patch = columns.Patch;
    private readonly int _mainBuyers = columns.Lines.Buyers;

    public LineView Main { get; } = new(columns.Lines, priceBase);

    /// <summary>Null while nothing was appended.</summary>
    public LineView? Patched { get; } = columns.Patch is { } patch ? new(patch.Store, priceBase) : null;

    /// <summary>The lines of a buyer: <paramref name="from"/> up to but not including <paramref name="to"/>.</summary>
    public LineView Of(int buyer, out int from, out int to)
    {
        if (_patch is not null && _patch.Find(buyer) is >= 0 and var position)
        {
            (from, to) = (Patched!.Starts[position], Patched.Starts[position + 1]);
            return Patched;
        }
        (from, to) = buyer < _mainBuyers ? (Main.Starts[buyer], Main.Starts[buyer + 1]) : (0, 0);
        return Main;
    }
}
