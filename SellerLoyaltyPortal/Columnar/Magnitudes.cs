namespace SellerLoyaltyPortal.Columnar;

/// <summary>
/// Bounds of what any sum of a ledger's lines can reach, by price base: while they fit into 64 bits no
/// total of any buyers on any date under any rule can overflow, so that the passes need not check.
/// </summary>
internal struct Magnitudes
{
    private Bound _list;
    private Bound _seller;
    private Bound _paid;

    // A line enters a sum at most as its gross amount and its return: |net| + 2|returned| bounds both. What
    // is not carried is zero.
    public void Add(in RawLine line, in RawReturn back)
    {
        _list.Add(line.List, back.List);
        _seller.Add(line.Seller, back.Seller);
        _paid.Add(line.Paid, back.Paid);
    }

    public void Add(in Magnitudes other)
    {
        _list.Add(other._list);
        _seller.Add(other._seller);
        _paid.Add(other._paid);
    }

    /// <summary>Whether these and those together still fit.</summary>
    public readonly bool FitWith(in Magnitudes other) =>
        Int128.Max(
            _list.Sum + other._list.Sum,
            Int128.Max(_seller.Sum + other._seller.Sum, _paid.Sum + other._paid.Sum)
        ) <= long.MaxValue;

    /// <exception cref="OverflowException">They do not fit.</exception>
    public readonly void Check()
    {
        if (!FitWith(default))
            throw new OverflowException("The ledger's amounts together do not fit into 64 bits.");
    }

    /// <summary>Adds small numbers in 64 bits, where a line's usual amounts cannot overflow, large ones in 128.</summary>
    private struct Bound
    {
        private const long Small = 1L << 61;

        private Int128 _settled;
        private long _recent;

        public readonly Int128 Sum => _settled + _recent;

        public void Add(in Bound other) => _settled += other.Sum;

        public void Add(long net, long back)
        {
            if (net is > -Small and < Small && back is > -(Small / 2) and < Small / 2 && _recent < Small)
            {
                // Less than 2^61 + 2^61 + 2^61: fits.
                _recent += Math.Abs(net) + 2 * Math.Abs(back);
                return;
            }
            _settled += _recent + Int128.Abs(net) + 2 * Int128.Abs(back);
            _recent = 0;
        }
    }
}
