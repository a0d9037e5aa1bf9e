using SellerLoyaltyPortal.Columnar;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>
/// Totals in ascending order: nearly all as four-byte distances from <see cref="_base"/>, the few that do
/// not fit (wholesale buyers, great returns) as they are, below and above. With the sum of every 64 ranks
/// beside them, so that the revenue from any rank on costs a look and at most 64 additions.
/// </summary>
internal sealed class SortedTotals
{
    private const int BlockBits = 6;

    private readonly long[] _low;
    private readonly uint[] _middle;
    private readonly long[] _high;
    private readonly long _base;

    // Sum of the distances in _middle before each block.
    private readonly long[] _before;
    private readonly long _highSum;
    private readonly long _middleSum;

    public SortedTotals(long[] low, long baseTotal, uint[] middle, long[] high)
    {
        (_low, _base, _middle, _high) = (low, baseTotal, middle, high);
        _before = new long[(middle.Length >> BlockBits) + 2];
        for (var block = 0; block < _before.Length - 1; block++)
        {
            var sum = 0UL;
            var start = block << BlockBits;
            foreach (var distance in middle.AsSpan(start, Math.Min(1 << BlockBits, middle.Length - start)))
                sum += distance;
            _before[block + 1] = _before[block] + (long)sum;
        }
        _middleSum = _before[^1] + _base * middle.Length;
        foreach (var total in high)
            _highSum += total;
        Revenue = _highSum + _middleSum;
        foreach (var total in low)
            Revenue += total;
    }

    public int Count => _low.Length + _middle.Length + _high.Length;

    /// <summary>All together; cannot overflow, see <see cref="Magnitudes"/>.</summary>
    public long Revenue { get; }

    public long Bytes => 8L * (_low.Length + _high.Length + _before.Length) + 4L * _middle.Length;

    public long this[int rank]
    {
        get
        {
            if (rank < _low.Length)
                return _low[rank];
            rank -= _low.Length;
            return rank < _middle.Length ? _base + _middle[rank] : _high[rank - _middle.Length];
        }
    }

    /// <summary>The first rank whose total is <paramref name="least"/> or more.</summary>
    public int RankOf(Int128 least)
    {
        if (_low.Length > 0 && _low[^1] >= least)
            return FirstAtLeast(_low, (long)Int128.Max(least, long.MinValue));
        var distance = least - _base;
        if (_middle.Length > 0 && _middle[^1] >= distance)
            return _low.Length + FirstAtLeast(_middle, (uint)Int128.Max(distance, 0));
        var inHigh =
            least > long.MaxValue
                ? _high.Length
                : FirstAtLeast(_high, (long)Int128.Max(least, long.MinValue));
        return _low.Length + _middle.Length + inHigh;
    }

    /// <summary>The sum of all totals from a rank on.</summary>
    public long RevenueFrom(int rank)
    {
        if (rank < _low.Length)
            return Revenue - Sum(_low.AsSpan(0, rank));
        rank -= _low.Length;
        if (rank >= _middle.Length)
            return Sum(_high.AsSpan(rank - _middle.Length));
        var block = rank >> BlockBits;
        var before = _before[block] + _base * rank;
        for (var i = block << BlockBits; i < rank; i++)
            before += _middle[i];
        return _highSum + _middleSum - before;
    }

    public void CopyTo(Span<long> totals)
    {
        for (var rank = 0; rank < totals.Length; rank++)
            totals[rank] = this[rank];
    }

    /// <summary>
    /// The same with some totals taken out and others put in; the stretches between them are copied whole.
    /// </summary>
    /// <param name="removed">Ascending; each is among these totals.</param>
    /// <param name="added">Ascending.</param>
    public SortedTotals With(ReadOnlySpan<long> removed, ReadOnlySpan<long> added)
    {
        var (outLow, outMiddle, outHigh) = Split(removed);
        var (inLow, inMiddle, inHigh) = Split(added);
        return new(
            Merge(_low, outLow, inLow),
            _base,
            Merge(_middle, Distances(outMiddle), Distances(inMiddle)),
            Merge(_high, outHigh, inHigh)
        );
    }

    private static long Sum(ReadOnlySpan<long> totals)
    {
        var sum = 0L;
        foreach (var total in totals)
            sum += total;
        return sum;
    }

    private Parts Split(ReadOnlySpan<long> totals)
    {
        var low = 0;
        while (low < totals.Length && totals[low] < _base)
            low++;
        var high = totals.Length;
        while (high > low && totals[high - 1] > _base + uint.MaxValue)
            high--;
        return new(totals[..low], totals[low..high], totals[high..]);
    }

    private uint[] Distances(ReadOnlySpan<long> totals)
    {
        var distances = new uint[totals.Length];
        for (var i = 0; i < distances.Length; i++)
            distances[i] = (uint)(totals[i] - _base);
        return distances;
    }

    private static T[] Merge<T>(T[] sorted, ReadOnlySpan<T> removed, ReadOnlySpan<T> added)
        where T : unmanaged, IComparable<T>
    {
        if (removed.Length == 0 && added.Length == 0)
            return sorted;
        var merged = GC.AllocateUninitializedArray<T>(sorted.Length - removed.Length + added.Length);
        var (from, to, r, a) = (0, 0, 0, 0);
        while (r < removed.Length || a < added.Length)
        {
            // What is taken out goes first, so that an equal total put in finds its place after it.
            var takeOut = r < removed.Length && (a == added.Length || removed[r].CompareTo(added[a]) <= 0);
            var next = takeOut ? removed[r] : added[a];
            var at = from + FirstAtLeast(sorted.AsSpan(from), next);
            sorted.AsSpan(from, at - from).CopyTo(merged.AsSpan(to));
            (to, from) = (to + at - from, at);
            if (takeOut)
            {
                if (at == sorted.Length || sorted[at].CompareTo(next) != 0)
                    throw new InvalidOperationException("A total that is taken out is not there.");
                from++;
                r++;
            }
            else
            {
                merged[to++] = next;
                a++;
            }
        }
        sorted.AsSpan(from).CopyTo(merged.AsSpan(to));
        return merged;
    }

    private static int FirstAtLeast<T>(ReadOnlySpan<T> sorted, T least)
        where T : IComparable<T>
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (sorted[middle].CompareTo(least) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private readonly ref struct Parts(
        ReadOnlySpan<long> low,
        ReadOnlySpan<long> middle,
        ReadOnlySpan<long> high
    )
    {
        private readonly ReadOnlySpan<long> _low = low;
        private readonly ReadOnlySpan<long> _middle = middle;
        private readonly ReadOnlySpan<long> _high = high;

        public void Deconstruct(
            out ReadOnlySpan<long> low,
            out ReadOnlySpan<long> middle,
            out ReadOnlySpan<long> high
        )
        {
            low = _low;
            middle = _middle;
            high = _high;
        }
    }
}
