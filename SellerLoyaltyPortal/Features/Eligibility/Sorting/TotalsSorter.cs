using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using SellerLoyaltyPortal.Columnar;

namespace SellerLoyaltyPortal.Features.Eligibility.Sorting;

/// <summary>
/// Sorts totals by radix, where a comparison sort of a million would take longer than everything else together:
/// first into buckets, then each bucket, which fits the processor's first cache, by the digits in which its counts
/// differ. Where counts come from is the subclass's affair: they may be made share by share as they are spread.
/// </summary>
internal abstract class TotalsSorter(int buyers, long unit) : StagedWork(stages: 2)
{
    /// <summary>Buyers in a share of the first stage: their counts stay in the processor's second cache.</summary>
    public const int BuyersPerShare = TotalsPass.BuyersPerShare;

    // Parts of the second stage for each thread: whoever is done first takes another.
    private const int PartsPerWorker = 8;

    private readonly int[] _starts = new int[CountBuckets.Count + 1];
    private CountBlocks? _blocks;
    private ChunkedInts _sorted = new(0);
    private long[] _before = [];
    private SummedTotals _beside = SummedTotals.Empty;
    private int _parts;

    public static SortedTotals Sort(BuyerTotals totals) => new OfTotals(totals).Sort();

    /// <summary>All of it.</summary>
    protected SortedTotals Sort()
    {
        using var blocks = new CountBlocks(buyers, buyers <= BuyersPerShare ? 1 : Workers);
        _blocks = blocks;
        Run();
        // Ranks of two parts that lie in one block.
        for (var part = 1; part <= _parts; part++)
            SumBlock(_starts[BucketFrom(part)] >> SortedTotals.BlockBits);
        return SortedTotals.From(_sorted, unit, _before, _beside);
    }

    /// <summary>The counts of those of a share's buyers who have one, in any order. Returns how many.</summary>
    /// <param name="share">Which one.</param>
    /// <param name="buyers">How many of them there are.</param>
    /// <param name="scratch">To be filled; longer by <see cref="EdgePass.Slack"/>.</param>
    protected abstract int Fill(int share, int buyers, Span<int> scratch);

    /// <summary>Totals that are no counts, in 1/10,000, in any order, to be written over; asked for once every share is filled.</summary>
    protected abstract long[] Far();

    protected sealed override int Begin(int stage)
    {
        if (stage == 0)
            return (buyers + BuyersPerShare - 1) / BuyersPerShare;
        for (var bucket = 0; bucket < CountBuckets.Count; bucket++)
            _starts[bucket + 1] = _starts[bucket] + _blocks!.SizeOf(bucket);
        _sorted = new(_starts[^1]);
        _before = SortedTotals.SumsFor(_sorted.Length);
        _parts = buyers <= BuyersPerShare ? 1 : PartsPerWorker * Workers;
        return 1 + _parts;
    }

    protected sealed override void Work(int stage, int share, int worker)
    {
        if (stage == 0)
            Spread(share, worker);
        else if (share == 0)
            SortBeside();
        else
            SortPart(share - 1);
    }

    private void Spread(int share, int worker)
    {
        var length = Math.Min(BuyersPerShare, buyers - share * BuyersPerShare);
        var scratch = ArrayPool<int>.Shared.Rent(BuyersPerShare + EdgePass.Slack);
        var counts = Fill(share, length, scratch);
        _blocks!.Add(worker, scratch.AsSpan(0, counts));
        ArrayPool<int>.Shared.Return(scratch);
    }

    private void SortBeside()
    {
        var totals = Far();
        RadixSort.Sort(totals);
        _beside = new(totals);
    }

    // Whole buckets, about as many counts in every part.
    private void SortPart(int part)
    {
        var (bucket, end) = (BucketFrom(part), BucketFrom(part + 1));
        var (start, stop) = (_starts[bucket], _starts[end]);
        var scratch = ArrayPool<int>.Shared.Rent(1 << 14);
        for (; bucket < end; bucket++)
        {
            var (from, length) = (_starts[bucket], _starts[bucket + 1] - _starts[bucket]);
            if (3 * length > scratch.Length)
            {
                ArrayPool<int>.Shared.Return(scratch);
                scratch = ArrayPool<int>.Shared.Rent(3 * length);
            }
            var counts = scratch.AsSpan(0, length);
            _blocks!.CopyTo(bucket, counts);
            var target = _sorted.From(from);
            var isWhole = target.Length >= length;
            target = isWhole ? target[..length] : scratch.AsSpan(2 * length, length);
            CountBuckets.Sort(counts, target, scratch.AsSpan(length, length), bucket);
            if (!isWhole)
                _sorted.Write(from, target);
        }
        ArrayPool<int>.Shared.Return(scratch);
        const int Size = 1 << SortedTotals.BlockBits;
        for (var block = (start + Size - 1) / Size; (block + 1) * Size <= stop; block++)
            SumBlock(block);
    }

    private void SumBlock(int block)
    {
        var start = block << SortedTotals.BlockBits;
        var counts = _sorted.Slice(start, Math.Min(1 << SortedTotals.BlockBits, _sorted.Length - start));
        var (sum, vectors) = (0L, Vector<long>.Zero);
        foreach (var some in MemoryMarshal.Cast<int, Vector<int>>(counts))
        {
            Vector.Widen(some, out var low, out var high);
            vectors += low + high;
        }
        foreach (var count in counts[^(counts.Length % Vector<int>.Count)..])
            sum += count;
        _before[block + 1] = sum + Vector.Sum(vectors);
    }

    private int BucketFrom(int part)
    {
        var place = WorkShares.Bounds(_starts[^1], _parts, part).From;
        var (low, high) = (0, CountBuckets.Count);
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (_starts[middle] < place)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Moves what is a count, and no mark, to the front. Returns how many those are.</summary>
    protected static int WithoutMarks(Span<int> some)
    {
        var (dense, at) = (0, 0);
        ref var first = ref MemoryMarshal.GetReference(some);
        if (Avx512F.IsSupported)
        {
            var far = Vector512.Create(BuyerTotals.Far);
            for (; at <= some.Length - Vector512<int>.Count; at += Vector512<int>.Count)
            {
                // What is written lies before what is read next.
                var sixteen = Vector512.LoadUnsafe(ref first, (nuint)at);
                var counts = Vector512.GreaterThan(sixteen, far);
                Avx512F.Compress(Vector512<int>.Zero, counts, sixteen).StoreUnsafe(ref first, (nuint)dense);
                dense += BitOperations.PopCount(counts.ExtractMostSignificantBits());
            }
        }
        for (; at < some.Length; at++)
        {
            var count = some[at];
            some[dense] = count;
            dense += count > BuyerTotals.Far ? 1 : 0;
        }
        return dense;
    }

    private sealed class OfTotals(BuyerTotals totals) : TotalsSorter(totals.Length, totals.Unit)
    {
        protected override int Fill(int share, int buyers, Span<int> scratch)
        {
            totals.Counts.Read(share * BuyersPerShare, scratch[..buyers]);
            return WithoutMarks(scratch[..buyers]);
        }

        protected override long[] Far() => [.. totals.FarTotals];
    }
}
