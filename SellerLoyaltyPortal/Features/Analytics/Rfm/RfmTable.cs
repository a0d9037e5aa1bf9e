namespace SellerLoyaltyPortal.Features.Analytics.Rfm;

/// <summary>Recency, frequency and money of every buyer who has bought, with their scores. One array entry a buyer.</summary>
public sealed class RfmTable
{
    internal RfmTable(int[] buyers, int[] daysSinceLast, int[] orders, long[] money)
    {
        (Buyers, DaysSinceLastPurchase, Orders, Money) = (buyers, daysSinceLast, orders, money);
        var copy = new long[buyers.Length];
        // The fewest days since are the highest recency: scored on the negative.
        for (var i = 0; i < copy.Length; i++)
            copy[i] = -daysSinceLast[i];
        RecencyCuts = Quintiles.Of(copy);
        for (var i = 0; i < copy.Length; i++)
            copy[i] = orders[i];
        FrequencyCuts = Quintiles.Of(copy);
        MoneyCuts = Quintiles.Of(money);
        Scores = new byte[buyers.Length];
        for (var i = 0; i < copy.Length; i++)
        {
            var r = RecencyCuts.ScoreOf(-daysSinceLast[i]);
            var f = FrequencyCuts.ScoreOf(orders[i]);
            Scores[i] = (byte)(r * 36 + f * 6 + MoneyCuts.ScoreOf(money[i]));
        }
    }

    public int Count => Buyers.Length;

    public Quintiles RecencyCuts { get; }

    public Quintiles FrequencyCuts { get; }

    public Quintiles MoneyCuts { get; }

    /// <summary>Ordinals, ascending.</summary>
    internal int[] Buyers { get; }

    /// <summary>Days from the last purchase to the as-of date.</summary>
    internal int[] DaysSinceLastPurchase { get; }

    /// <summary>Different orders with a purchase; days with one where the snapshot carries no orders.</summary>
    internal int[] Orders { get; }

    /// <summary>Spent, net of returns and cancellations, in 1/10,000 of the currency unit.</summary>
    internal long[] Money { get; }

    private byte[] Scores { get; }

    /// <summary>The three scores of the buyer at this row, 1 … 5 each.</summary>
    public (int Recency, int Frequency, int Money) ScoresOf(int row) =>
        (Scores[row] / 36, Scores[row] / 6 % 6, Scores[row] % 6);

    public RfmSegment SegmentOf(int row) => RfmSegments.Of(Scores[row] / 36, Scores[row] / 6 % 6);

    /// <summary>Row of a buyer, or a negative number when they have not bought.</summary>
    public int RowOf(int buyer) => Array.BinarySearch(Buyers, buyer);

    /// <summary>Buyers and money in each cell of the grid, [recency − 1, frequency − 1].</summary>
    public (int[,] Buyers, long[,] Money) Grid()
    {
        var (counts, money) = (new int[5, 5], new long[5, 5]);
        for (var row = 0; row < Count; row++)
        {
            var (r, f, _) = ScoresOf(row);
            counts[r - 1, f - 1]++;
            money[r - 1, f - 1] += Money[row];
        }
        return (counts, money);
    }
}
