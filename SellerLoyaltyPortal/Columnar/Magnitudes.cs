namespace SellerLoyaltyPortal.Columnar;

/// <summary>
/// Bounds of what any sum of a ledger's lines can reach, by price base: while they fit into 64 bits no
/// total of any buyers on any date under any rule can overflow, so that the passes need not check.
/// </summary>
internal struct Magnitudes
{
    private Int128 _list;
    private Int128 _seller;
    private Int128 _paid;

    // A line enters a sum at most as its gross amount and its return: |net| + 2|returned| bounds both.
    public void Add(PurchaseColumnSet columns, in RawLine line, in RawReturn back)
    {
        if (columns.HasFlag(PurchaseColumnSet.ListPrice))
            _list += Bound(line.List, back.List);
        if (columns.HasFlag(PurchaseColumnSet.SellerPrice))
            _seller += Bound(line.Seller, back.Seller);
        if (columns.HasFlag(PurchaseColumnSet.PricePaid))
            _paid += Bound(line.Paid, back.Paid);
    }

    /// <summary>Whether these and those together still fit.</summary>
    public readonly bool FitWith(in Magnitudes other) =>
        Int128.Max(_list + other._list, Int128.Max(_seller + other._seller, _paid + other._paid))
        <= long.MaxValue;

    /// <exception cref="OverflowException">They do not fit.</exception>
    public readonly void Check()
    {
        if (!FitWith(default))
            throw new OverflowException("The ledger's amounts together do not fit into 64 bits.");
    }

    private static Int128 Bound(long net, long back) => Int128.Abs(net) + 2 * Int128.Abs(back);
}
