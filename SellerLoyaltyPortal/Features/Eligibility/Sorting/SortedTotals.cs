using System.Runtime.InteropServices;
using SellerLoyaltyPortal.Columnar;

namespace SellerLoyaltyPortal.Features.Eligibility.Sorting;

/// <summary>
/// Totals in ascending order: nearly all as four-byte counts of a unit with the sum of every 64 ranks beside
/// them, so that the revenue from any rank on costs a look and at most 64 additions. Totals that are no counts,
/// and those that appends have put in, lie beside; so do those that appends have taken out, until there are
/// enough of both to merge. Immutable.
/// </summary>
internal sealed class SortedTotals
{
    /// <summary>Counts whose sum is kept: 2 to the power of so much.</summary>
    public const int BlockBits = 6;

    // So many totals beside are always fine; more than a share of all are merged.
    private const int BesideAlwaysFine = 16_384;
    private const int BesideShare = 16;

    private readonly ChunkedInts _counts;
    private readonly long _unit;

    // Sum of the counts before each block.
    private readonly long[] _before;
    private readonly SummedTotals _beside;
    private readonly SummedTotals _removed;

    // How many totals lay beside when the counts were made.
    private readonly int _besideAtFirst;

    private SortedTotals(
        ChunkedInts counts,
        long unit,
        long[] before,
        SummedTotals beside,
        SummedTotals removed,
        int besideAtFirst
    )
    {
        (_counts, _unit, _before) = (counts, unit, before);
        (_beside, _removed, _besideAtFirst) = (beside, removed, besideAtFirst);
        Revenue = before[^1] * unit + beside.Sum - removed.Sum;
    }

    public int Count => _counts.Length + _beside.Count - _removed.Count;

    /// <summary>All together; cannot overflow, see <see cref="Magnitudes"/>.</summary>
    public long Revenue { get; }

    public long Bytes => 8L * _before.Length + 4L * _counts.Length + _beside.Bytes + _removed.Bytes;

    /// <summary>How many totals lie beside: what keeps an append from copying all of them.</summary>
    internal int Beside => _beside.Count + _removed.Count;

    /// <summary>The total that has <paramref name="rank"/> totals below or before it.</summary>
    public long this[int rank]
    {
        get
        {
            if (Beside == 0)
                return _counts[rank] * _unit;
            ArgumentOutOfRangeException.ThrowIfNegative(rank);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rank, Count);
            // The greatest total with no more than so many below it; one that is taken out entirely never wins,
            // because the next one has as many below it.
            var best = long.MinValue;
            var counted = LastWithRank(rank, _counts.Length, i => _counts[i] * _unit);
            if (counted >= 0)
                best = _counts[counted] * _unit;
            var beside = LastWithRank(rank, _beside.Count, i => _beside[i]);
            return beside >= 0 ? Math.Max(best, _beside[beside]) : best;
        }
    }

    /// <param name="counts">Ascending; kept.</param>
    /// <param name="unit">1/10,000s in one count.</param>
    /// <param name="sums"><see cref="SumsFor"/> so many counts, with each block's sum after its index; kept.</param>
    /// <param name="beside">Totals that are no counts.</param>
    public static SortedTotals From(ChunkedInts counts, long unit, long[] sums, SummedTotals beside)
    {
        for (var block = 1; block < sums.Length; block++)
            sums[block] += sums[block - 1];
        return new(counts, unit, sums, beside, SummedTotals.Empty, beside.Count);
    }

    /// <summary>Room for the sums of blocks of so many counts.</summary>
    public static long[] SumsFor(int counts) => new long[(counts >> BlockBits) + 2];

    /// <summary>The first rank whose total is <paramref name="least"/> or more.</summary>
    public int RankOf(Int128 least) =>
        least > long.MaxValue ? Count : RankOf((long)Int128.Max(least, long.MinValue));

    /// <summary>The sum of all totals of <paramref name="least"/> or more.</summary>
    public long RevenueFrom(Int128 least)
    {
        if (least > long.MaxValue)
            return 0;
        var from = (long)Int128.Max(least, long.MinValue);
        return SumOfCountsFrom(CountRankOf(from)) * _unit
            + _beside.SumFrom(_beside.RankOf(from))
            - _removed.SumFrom(_removed.RankOf(from));
    }

    public Enumerator GetEnumerator() => new(this);

    /// <summary>The same with some totals taken out and others put in; nothing else is touched.</summary>
    /// <param name="removed">Ascending; each is among these totals.</param>
    /// <param name="added">Ascending.</param>
    public SortedTotals With(ReadOnlySpan<long> removed, ReadOnlySpan<long> added)
    {
        var (stay, gone) = (new List<long>(_beside.Count + added.Length), new List<long>());
        // What was put in before, or is put in now, is simply left out again.
        var (before, now, next) = (0, 0, 0);
        while (before < _beside.Count || now < added.Length)
        {
            var isBefore = now == added.Length || (before < _beside.Count && _beside[before] <= added[now]);
            var total = isBefore ? _beside[before++] : added[now++];
            for (; next < removed.Length && removed[next] < total; next++)
                gone.Add(removed[next]);
            if (next < removed.Length && removed[next] == total)
                next++;
            else
                stay.Add(total);
        }
        for (; next < removed.Length; next++)
            gone.Add(removed[next]);
        var made = new SortedTotals(
            _counts,
            _unit,
            _before,
            new([.. stay]),
            gone.Count == 0 ? _removed : new(Merged(_removed.Totals, CollectionsMarshal.AsSpan(gone))),
            _besideAtFirst
        );
        foreach (var total in gone)
        {
            if (made._removed.CountOf(total) > made.CountsOf(total))
                throw new InvalidOperationException("A total that is taken out is not there.");
        }
        var appended = made.Beside - _besideAtFirst;
        return appended > BesideAlwaysFine && appended > Count / BesideShare ? made.Merged() : made;
    }

    // Everything that is a count among the counts again.
    private SortedTotals Merged()
    {
        var beside = new List<long>();
        var far = 0;
        foreach (var total in _beside.Totals)
            far += BuyerTotals.CountOf(total, _unit) == BuyerTotals.Far ? 1 : 0;
        var counts = new ChunkedInts(_counts.Length + _beside.Count - far - _removed.Count);
        var (made, from) = (0, 0);
        var (puts, takes) = (0, 0);
        while (puts < _beside.Count || takes < _removed.Count)
        {
            var isTaken =
                takes < _removed.Count && (puts == _beside.Count || _removed[takes] <= _beside[puts]);
            var total = isTaken ? _removed[takes++] : _beside[puts++];
            var count = BuyerTotals.CountOf(total, _unit);
            if (count == BuyerTotals.Far)
            {
                beside.Add(total);
                continue;
            }
            var at = FirstAtLeast(_counts, count, from);
            counts.Write(made, _counts, from, at - from);
            (made, from) = (made + at - from, at);
            if (isTaken)
                from++;
            else
                counts[made++] = count;
        }
        counts.Write(made, _counts, from, _counts.Length - from);
        var sums = SumsFor(counts.Length);
        for (var i = 0; i < counts.Length; i++)
            sums[(i >> BlockBits) + 1] += counts[i];
        return From(counts, _unit, sums, new([.. beside]));
    }

    private static long[] Merged(ReadOnlySpan<long> left, ReadOnlySpan<long> right)
    {
        var merged = new long[left.Length + right.Length];
        var (l, r) = (0, 0);
        for (var i = 0; i < merged.Length; i++)
            merged[i] =
                r == right.Length || (l < left.Length && left[l] <= right[r]) ? left[l++] : right[r++];
        return merged;
    }

    private int RankOf(long least) => CountRankOf(least) + _beside.RankOf(least) - _removed.RankOf(least);

    private int CountRankOf(long least)
    {
        var count = BuyerTotals.LeastCount(least, _unit);
        return count > int.MaxValue ? _counts.Length : FirstAtLeast(_counts, (int)count);
    }

    private int CountsOf(long total) =>
        BuyerTotals.CountOf(total, _unit) is var count and > BuyerTotals.Far
            ? FirstAtLeast(_counts, count + 1) - FirstAtLeast(_counts, count)
            : 0;

    private long SumOfCountsFrom(int rank)
    {
        var block = rank >> BlockBits;
        var before = _before[block];
        for (var i = block << BlockBits; i < rank; i++)
            before += _counts[i];
        return _before[^1] - before;
    }

    private int LastWithRank(int rank, int length, Func<int, long> totalAt)
    {
        var (low, high) = (0, length);
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (RankOf(totalAt(middle)) <= rank)
                low = middle + 1;
            else
                high = middle;
        }
        return low - 1;
    }

    private static int FirstAtLeast(ChunkedInts sorted, int least, int from = 0)
    {
        var (low, high) = (from, sorted.Length);
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (sorted[middle] < least)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Every distinct total, ascending, with how many have it.</summary>
    public struct Enumerator(SortedTotals totals)
    {
        private int _counted;
        private int _beside;
        private int _removed;

        public (long Total, int Count) Current { get; private set; }

        public bool MoveNext()
        {
            var (counts, beside, removed) = (totals._counts, totals._beside, totals._removed);
            while (_counted < counts.Length || _beside < beside.Count)
            {
                var total = Math.Min(
                    _counted < counts.Length ? counts[_counted] * totals._unit : long.MaxValue,
                    _beside < beside.Count ? beside[_beside] : long.MaxValue
                );
                var many = 0;
                for (; _counted < counts.Length && counts[_counted] * totals._unit == total; _counted++)
                    many++;
                for (; _beside < beside.Count && beside[_beside] == total; _beside++)
                    many++;
                for (; _removed < removed.Count && removed[_removed] == total; _removed++)
                    many--;
                if (many == 0)
                    continue;
                Current = (total, many);
                return true;
            }
            return false;
        }
    }
}
