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

    /// <summary>
    /// Finds the cuts without sorting everything: a histogram over a coarse key finds the bucket of each cut's rank,
    /// and only that bucket is sorted.
    /// </summary>
    public static Quintiles Of(ReadOnlySpan<long> values)
    {
        var quintiles = new Quintiles();
        Array.Fill(quintiles._from, long.MaxValue);
        if (values.IsEmpty)
            return quintiles;
        var counts = new int[1 << 16];
        foreach (var value in values)
            counts[BucketOf(value)]++;
        for (var score = 2; score <= 5; score++)
        {
            var rank = (int)((long)values.Length * (score - 1) / 5);
            var (bucket, before) = (0, 0);
            while (before + counts[bucket] <= rank)
                before += counts[bucket++];
            var inside = Gather(values, bucket, counts[bucket]);
            var found = inside[rank - before];
            var low = before + Array.IndexOf(inside, found);
            var high = before + Array.LastIndexOf(inside, found) + 1;
            // The middle of their ranks reaches the cut (doubled to stay whole); if not, that of the next value does.
            quintiles._from[score - 2] =
                5L * ((long)low + high) >= 2L * (score - 1) * values.Length
                    ? found
                    : NextAbove(values, found);
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

    // The sign, exponent and first four digits of the value as a double, in an order that is the values' own.
    private static int BucketOf(long value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        return (int)((ulong)(bits ^ ((bits >> 63) | long.MinValue)) >> 48);
    }

    private static long[] Gather(ReadOnlySpan<long> values, int bucket, int count)
    {
        var inside = new long[count];
        var filled = 0;
        foreach (var value in values)
        {
            if (BucketOf(value) == bucket)
                inside[filled++] = value;
        }
        Array.Sort(inside);
        return inside;
    }

    private static long NextAbove(ReadOnlySpan<long> values, long value)
    {
        var next = long.MaxValue;
        foreach (var other in values)
        {
            if (other > value && other < next)
                next = other;
        }
        return next;
    }
}
