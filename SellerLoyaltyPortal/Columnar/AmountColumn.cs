namespace SellerLoyaltyPortal.Columnar;

/// <summary>
/// Amounts in 1/10,000 of the currency unit, four bytes each where every one is a multiple of a common unit
/// that then fits (kopecks do, up to 21 million roubles a line), eight where not.
/// </summary>
internal sealed class AmountColumn
{
    private AmountColumn(int[]? narrow, long[]? wide, long unit) =>
        (Narrow, Wide, Unit) = (narrow, wide, unit);

    /// <summary>Counts of <see cref="Unit"/>; null where <see cref="Wide"/> holds the amounts.</summary>
    public int[]? Narrow { get; }

    public long[]? Wide { get; }

    /// <summary>1/10,000s in one count; 1 for a wide column.</summary>
    public long Unit { get; }

    public int Length => Narrow?.Length ?? Wide!.Length;

    public long Bytes => Narrow is null ? 8L * Wide!.Length : 4L * Narrow.Length;

    public long this[int index] => Narrow is null ? Wide![index] : Narrow[index] * Unit;

    public static AmountColumn From(long[] amounts)
    {
        var unit = CommonUnit(amounts);
        foreach (var amount in amounts)
        {
            if ((int)(amount / unit) != amount / unit)
                return new(narrow: null, amounts, unit: 1);
        }
        var narrow = new int[amounts.Length];
        if (unit == 1)
        {
            for (var i = 0; i < narrow.Length; i++)
                narrow[i] = (int)amounts[i];
        }
        else
        {
            for (var i = 0; i < narrow.Length; i++)
                narrow[i] = (int)(amounts[i] / unit);
        }
        return new(narrow, wide: null, unit);
    }

    public bool ContentEquals(AmountColumn other) =>
        Unit == other.Unit
        && Narrow.AsSpan().SequenceEqual(other.Narrow)
        && Wide.AsSpan().SequenceEqual(other.Wide);

    // The largest power of ten up to 10,000 that divides every amount.
    private static long CommonUnit(long[] amounts)
    {
        var unit = 10_000L;
        foreach (var amount in amounts)
        {
            while (amount % unit != 0)
                unit /= 10;
            if (unit == 1)
                break;
        }
        return unit;
    }
}
