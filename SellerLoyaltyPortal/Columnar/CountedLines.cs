namespace SellerLoyaltyPortal.Columnar;

/// <summary>
/// What one choice of price base, return rule and discounted purchases counts: amounts by buyer, and by day
/// within the buyer. The pass over all buyers reads these arrays and nothing else.
/// </summary>
internal sealed class CountedLines(int firstDay, int[] starts, ushort[] days, AmountColumn amounts)
{
    /// <summary>Day number of day offset 0.</summary>
    public int FirstDay => firstDay;

    /// <summary>Where each buyer's lines begin; one longer than there are buyers.</summary>
    public int[] Starts => starts;

    /// <summary>Days since <see cref="FirstDay"/>, ascending within a buyer.</summary>
    public ushort[] Days => days;

    public AmountColumn Amounts => amounts;

    public int Buyers => starts.Length - 1;

    /// <summary>
    /// The offsets of a range of days, as <c>(offset - from) &lt;= span</c> in unsigned 16 bits; false where
    /// no line can lie in the range.
    /// </summary>
    public bool TryOffsets(int first, int last, out ushort from, out ushort span)
    {
        var low = Math.Max(0L, (long)first - firstDay);
        var high = Math.Min(ushort.MaxValue, (long)last - firstDay);
        var any = low <= high;
        (from, span) = any ? ((ushort)low, (ushort)(high - low)) : default;
        return any;
    }
}
