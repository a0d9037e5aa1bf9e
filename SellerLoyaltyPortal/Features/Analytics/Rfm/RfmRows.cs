namespace SellerLoyaltyPortal.Features.Analytics.Rfm;

/// <summary>What a pass over the ledger finds of the buyers of a window: one entry a buyer, by ascending ordinal.</summary>
internal sealed class RfmRows
{
    public required int[] Buyers { get; init; }

    /// <summary>Days from the last purchase to the as-of date.</summary>
    public required int[] DaysSinceLast { get; init; }

    public required int[] Orders { get; init; }

    /// <summary>Net of returns and cancellations, in 1/10,000.</summary>
    public required long[] Money { get; init; }

    /// <summary>
    /// Mean days between the purchase days of the whole history; NaN with one, negative with two, which are an
    /// interval but no rhythm.
    /// </summary>
    public required float[] Intervals { get; init; }

    public static RfmRows Room(int count) =>
        new()
        {
            Buyers = GC.AllocateUninitializedArray<int>(count),
            DaysSinceLast = GC.AllocateUninitializedArray<int>(count),
            Orders = GC.AllocateUninitializedArray<int>(count),
            Money = GC.AllocateUninitializedArray<long>(count),
            Intervals = GC.AllocateUninitializedArray<float>(count),
        };

    /// <summary>Copies some rows; the places may overlap.</summary>
    public void CopyTo(RfmRows target, int from, int count, int at)
    {
        Array.Copy(Buyers, from, target.Buyers, at, count);
        Array.Copy(DaysSinceLast, from, target.DaysSinceLast, at, count);
        Array.Copy(Orders, from, target.Orders, at, count);
        Array.Copy(Money, from, target.Money, at, count);
        Array.Copy(Intervals, from, target.Intervals, at, count);
    }
}
