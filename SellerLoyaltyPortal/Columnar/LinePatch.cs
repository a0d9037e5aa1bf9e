namespace SellerLoyaltyPortal.Columnar;

/// <summary>All lines of the buyers whose lines changed since the main store was built; it hides those there.</summary>
internal sealed class LinePatch(int[] buyers, LineStore store)
{
    /// <summary>Ordinals, ascending; the store's buyers in the same order.</summary>
    public int[] Buyers => buyers;

    public LineStore Store => store;

    /// <summary>The buyer's position in the store, or a negative number.</summary>
    public int Find(int buyer) => Array.BinarySearch(buyers, buyer);
}
