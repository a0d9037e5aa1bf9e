using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Analytics.History;

namespace SellerLoyaltyPortal.Features.Analytics.Rfm;

/// <summary>Recency, frequency and money of every buyer who has bought, with their scores. One array entry a buyer.</summary>
public sealed class RfmTable
{
    private readonly RfmRows _rows;
    private readonly byte[] _scores;

    private RfmTable(RfmRows rows, byte[] scores, Quintiles recency, Quintiles frequency, Quintiles money)
    {
        (_rows, _scores) = (rows, scores);
        (RecencyCuts, FrequencyCuts, MoneyCuts) = (recency, frequency, money);
    }

    public int Count => _rows.Buyers.Length;

    /// <summary>On days since the last purchase, negative: the fewest are the highest recency.</summary>
    public Quintiles RecencyCuts { get; }

    public Quintiles FrequencyCuts { get; }

    public Quintiles MoneyCuts { get; }

    /// <summary>Ordinals, ascending.</summary>
    internal int[] Buyers => _rows.Buyers;

    /// <summary>Days from the last purchase to the as-of date.</summary>
    internal int[] DaysSinceLastPurchase => _rows.DaysSinceLast;

    /// <summary>Different orders with a purchase; days with one where the snapshot carries no orders.</summary>
    internal int[] Orders => _rows.Orders;

    /// <summary>Spent, net of returns and cancellations, in 1/10,000 of the currency unit.</summary>
    internal long[] Money => _rows.Money;

    /// <inheritdoc cref="RfmRows.Intervals"/>
    internal float[] Intervals => _rows.Intervals;

    /// <summary>The three scores of the buyer at this row, 1 … 5 each.</summary>
    public (int Recency, int Frequency, int Money) ScoresOf(int row) =>
        (_scores[row] / 36, _scores[row] / 6 % 6, _scores[row] % 6);

    public RfmSegment SegmentOf(int row) => SegmentsByScore[_scores[row]];

    /// <summary>Row of a buyer, or a negative number when they have not bought.</summary>
    public int RowOf(int buyer) => Array.BinarySearch(Buyers, buyer);

    /// <summary>Some of the buyers, with the scores that they have among all.</summary>
    public RfmTable Only(BuyerSet buyers)
    {
        var kept = new List<int>(Math.Min(buyers.Count, Count));
        for (var row = 0; row < Count; row++)
        {
            if (buyers.Contains(Buyers[row]))
                kept.Add(row);
        }
        var (rows, scores) = (RfmRows.Room(kept.Count), new byte[kept.Count]);
        for (var i = 0; i < scores.Length; i++)
        {
            _rows.CopyTo(rows, kept[i], 1, i);
            scores[i] = _scores[kept[i]];
        }
        return new(rows, scores, RecencyCuts, FrequencyCuts, MoneyCuts);
    }

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

    internal static RfmTable Score(RfmRows rows)
    {
        var recency = new long[rows.Buyers.Length];
        var frequency = new long[recency.Length];
        for (var i = 0; i < recency.Length; i++)
            (recency[i], frequency[i]) = (-rows.DaysSinceLast[i], rows.Orders[i]);
        var cuts = new Quintiles[3];
        WorkShares.Run(
            3,
            share =>
                cuts[share] = Quintiles.Of(
                    share == 0 ? rows.Money
                    : share == 1 ? recency
                    : frequency
                )
        );
        var scores = new byte[recency.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            var (r, f) = (cuts[1].ScoreOf(recency[i]), cuts[2].ScoreOf(frequency[i]));
            scores[i] = (byte)(r * 36 + f * 6 + cuts[0].ScoreOf(rows.Money[i]));
        }
        return new(rows, scores, cuts[1], cuts[2], cuts[0]);
    }

    // By the byte that holds the three scores; bytes that hold none stay as they are made.
    private static readonly RfmSegment[] SegmentsByScore =
    [
        .. Enumerable
            .Range(0, 216)
            .Select(score =>
                score / 36 > 0 && score / 6 % 6 > 0 ? RfmSegments.Of(score / 36, score / 6 % 6) : default
            ),
    ];
}
