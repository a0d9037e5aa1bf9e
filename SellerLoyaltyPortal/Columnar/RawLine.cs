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

    /// <summary>
    /// The order of lines of one buyer and day, by everything that they hold, so that it does not depend on
    /// the order of arrival; zero for lines that nothing tells apart.
    /// </summary>
    public static int CompareWithinDay(
        in RawLine left,
        in RawReturn mine,
        in RawLine right,
        in RawReturn other
    )
    {
        var result = left.Order.CompareTo(right.Order);
        result = result != 0 ? result : left.List.CompareTo(right.List);
        result = result != 0 ? result : left.Seller.CompareTo(right.Seller);
        result = result != 0 ? result : left.Paid.CompareTo(right.Paid);
        result = result != 0 ? result : left.Discounted.CompareTo(right.Discounted);
        if (result != 0 || (left.Return < 0 && right.Return < 0))
            return result;
        result = (left.Return >= 0).CompareTo(right.Return >= 0);
        result = result != 0 ? result : mine.Day.CompareTo(other.Day);
        result = result != 0 ? result : mine.List.CompareTo(other.List);
        result = result != 0 ? result : mine.Seller.CompareTo(other.Seller);
        return result != 0 ? result : mine.Paid.CompareTo(other.Paid);
    }
}
