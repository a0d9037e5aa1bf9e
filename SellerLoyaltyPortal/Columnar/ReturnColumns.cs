namespace SellerLoyaltyPortal.Columnar;

/// <summary>The returns of a <see cref="LineStore"/>: few, so they lie beside the lines, by line index.</summary>
internal sealed class ReturnColumns(int count, PurchaseColumnSet columns)
{
    /// <summary>Index of the line that each return gives back, ascending.</summary>
    public int[] Lines { get; } = new int[count];

    /// <summary>Day number of each return.</summary>
    public int[] Days { get; } = new int[count];

    /// <summary>By <see cref="PriceBase"/>, 1/10,000 given back; null for a base that is not carried.</summary>
    public long[]?[] Amounts { get; } =
    [
        columns.HasFlag(PurchaseColumnSet.ListPrice) ? new long[count] : null,
        columns.HasFlag(PurchaseColumnSet.SellerPrice) ? new long[count] : null,
        columns.HasFlag(PurchaseColumnSet.PricePaid) ? new long[count] : null,
    ];

    public long Bytes => 8L * count + Amounts.Sum(a => 8L * (a?.Length ?? 0));

    public void Set(int position, int line, in RawReturn back)
    {
        Lines[position] = line;
        Days[position] = back.Day;
        Amounts[(int)PriceBase.ListPrice]?[position] = back.List;
        Amounts[(int)PriceBase.SellerPrice]?[position] = back.Seller;
        Amounts[(int)PriceBase.PricePaid]?[position] = back.Paid;
    }

    public RawReturn Get(int position) =>
        new(
            Days[position],
            Amounts[(int)PriceBase.ListPrice]?[position] ?? 0,
            Amounts[(int)PriceBase.SellerPrice]?[position] ?? 0,
            Amounts[(int)PriceBase.PricePaid]?[position] ?? 0
        );

    /// <summary>Position of the first return whose line is <paramref name="line"/> or later.</summary>
    public int FirstAt(int line)
    {
        var found = Array.BinarySearch(Lines, line);
        return found < 0 ? ~found : found;
    }

    /// <summary>Position of the return of that very line, or -1.</summary>
    public int Of(int line)
    {
        var found = Array.BinarySearch(Lines, line);
        return found < 0 ? -1 : found;
    }
}
