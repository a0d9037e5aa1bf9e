namespace SellerLoyaltyPortal.Features.Analytics.Rfm;

/// <summary>
/// Fifths by rank, 1 (lowest) … 5. Equal values always get the same score: the fifth in which the middle of their
/// ranks lies. So a fifth holds fewer or more than 20 % where many buyers are alike (say, one order each), and
/// may be empty; nobody is separated from an equal by the order of rows.
/// </summary>
public sealed class Quintiles
{
    private readonly long[] _from = new long[4];

    private Quintiles() { }

    /// <summary>The least value that gets score 2, 3, 4 and 5; <see cref="long.MaxValue"/> where none does.</summary>
    public IReadOnlyList<long> From => _from;

    public static Quintiles Of(ReadOnlySpan<long> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var quintiles = new Quintiles();
        Array.Fill(quintiles._from, long.MaxValue);
        for (var score = 2; score <= 5; score++)
        {
            // The first value whose middle rank reaches the cut; ranks are doubled to stay whole.
            var cut = 2L * (score - 1) * sorted.Length;
            for (var i = sorted.Length * (score - 1) / 5; i < sorted.Length; )
            {
                var (low, high) = RunOf(sorted, i);
                if (5L * (low + high) >= cut)
                {
                    quintiles._from[score - 2] = sorted[i];
                    break;
                }
                i = high;
            }
        }
        return quintiles;
    }

    public int ScoreOf(long value)
    {
        var from = _from;
        return 1
            + (value >= from[0] ? 1 : 0)
            + (value >= from[1] ? 1 : 0)
            + (value >= from[2] ? 1 : 0)
            + (value >= from[3] ? 1 : 0);
    }

    // The positions that hold the same value as position i, from low up to before high.
    private static (int Low, int High) RunOf(long[] sorted, int i)
    {
        var value = sorted[i];
        return (
            FirstNotBelow(sorted, value),
            value == long.MaxValue ? sorted.Length : FirstNotBelow(sorted, value + 1)
        );
    }

    private static int FirstNotBelow(long[] sorted, long value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < value)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
