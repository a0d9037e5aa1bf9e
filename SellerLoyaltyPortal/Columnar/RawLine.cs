namespace SellerLoyaltyPortal.Columnar;

/// <summary>A line on its way into a <see cref="LineStore"/>: amounts net of returns, in 1/10,000.</summary>
internal struct RawLine
{
    private const int DiscountedFlag = int.MinValue;

    // The discounted flag shares a word with the return's index: ten million of these lie in memory at once.
    private int _returnAndFlag;

    public int Buyer;
    public int Day;
    public int Order;
    public long List;
    public long Seller;
    public long Paid;

    /// <summary>Index of the return in the buffer, or -1.</summary>
    public int Return
    {
        readonly get => (_returnAndFlag & ~DiscountedFlag) - 1;
        set => _returnAndFlag = (_returnAndFlag & DiscountedFlag) | (value + 1);
    }

    public bool Discounted
    {
        readonly get => (_returnAndFlag & DiscountedFlag) != 0;
        set => _returnAndFlag = value ? _returnAndFlag | DiscountedFlag : _returnAndFlag & ~DiscountedFlag;
    }
}
