namespace SellerLoyaltyPortal.Features.Eligibility.Sorting;

/// <summary>A few totals in ascending order, with the sum before each.</summary>
internal sealed class SummedTotals
{
    public static readonly SummedTotals Empty = new([]);

    private readonly long[] _totals;
    private readonly long[] _before;

    /// <param name="totals">Ascending, in 1/10,000.</param>
    public SummedTotals(long[] totals)
    {
        _totals = totals;
        _before = new long[totals.Length + 1];
        for (var i = 0; i < totals.Length; i++)
            _before[i + 1] = _before[i] + totals[i];
    }

    public int Count => _totals.Length;

    public long Sum => _before[^1];

    public long Bytes => 8L * (_totals.Length + _before.Length);

    public ReadOnlySpan<long> Totals => _totals;

    public long this[int rank] => _totals[rank];

    /// <summary>The first rank whose total is so much or more.</summary>
    public int RankOf(long least)
    {
        var (low, high) = (0, _totals.Length);
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (_totals[middle] < least)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    public long SumFrom(int rank) => _before[^1] - _before[rank];

    /// <summary>How many have exactly this total.</summary>
    public int CountOf(long total) => (total == long.MaxValue ? Count : RankOf(total + 1)) - RankOf(total);
}
