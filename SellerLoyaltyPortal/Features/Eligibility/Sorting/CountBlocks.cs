using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SellerLoyaltyPortal.Features.Eligibility.Sorting;

/// <summary>
/// Counts spread over buckets without counting them first: every thread fills blocks of its own, a chain of them
/// for each bucket, from one rented array.
/// </summary>
internal sealed class CountBlocks : IDisposable
{
    private const int BlockBits = 8;
    private const int BlockSize = 1 << BlockBits;
    private const int Sixteen = 16;

    private readonly int _workers;
    private readonly int[] _counts;

    // By block: the one before it in its chain.
    private readonly int[] _before;

    // By worker and bucket: where the next count goes; at the beginning of a block there is none yet.
    private readonly int[] _places;
    private readonly int[] _blocksOf;
    private int _blocks;

    /// <param name="counts">How many counts there may be.</param>
    /// <param name="workers">Threads that add, each with its number.</param>
    public CountBlocks(int counts, int workers)
    {
        _workers = workers;
        var blocks = (counts >> BlockBits) + 1 + workers * CountBuckets.Count;
        _counts = ArrayPool<int>.Shared.Rent(checked(blocks << BlockBits));
        _before = ArrayPool<int>.Shared.Rent(blocks);
        _places = ArrayPool<int>.Shared.Rent(workers * CountBuckets.Count);
        _blocksOf = ArrayPool<int>.Shared.Rent(workers * CountBuckets.Count);
        _places.AsSpan().Clear();
        _blocksOf.AsSpan().Clear();
    }

    /// <summary>Spreads counts, without marks among them.</summary>
    public void Add(int worker, ReadOnlySpan<int> some)
    {
        ref var places = ref _places[worker * CountBuckets.Count];
        ref var target = ref MemoryMarshal.GetArrayDataReference(_counts);
        Span<int> buckets = stackalloc int[Sixteen];
        var at = 0;
        for (; at <= some.Length - Sixteen; at += Sixteen)
        {
            var sixteen = some.Slice(at, Sixteen);
            CountBuckets.Of(sixteen).CopyTo(buckets);
            for (var i = 0; i < buckets.Length; i++)
            {
                // A bucket is below their number, and a place within its block.
                ref var place = ref Unsafe.Add(ref places, buckets[i]);
                if ((place & (BlockSize - 1)) == 0)
                    place = NewBlock(worker, buckets[i], place);
                Unsafe.Add(ref target, place++) = sixteen[i];
            }
        }
        foreach (var count in some[at..])
        {
            var bucket = CountBuckets.Of(count);
            ref var place = ref Unsafe.Add(ref places, bucket);
            if ((place & (BlockSize - 1)) == 0)
                place = NewBlock(worker, bucket, place);
            Unsafe.Add(ref target, place++) = count;
        }
    }

    public int SizeOf(int bucket)
    {
        var size = 0;
        for (var worker = 0; worker < _workers; worker++)
        {
            var slot = worker * CountBuckets.Count + bucket;
            if (_blocksOf[slot] > 0)
                size += (_blocksOf[slot] - 1 << BlockBits) + InLastBlock(_places[slot]);
        }
        return size;
    }

    /// <summary>The counts of a bucket, in no order.</summary>
    public void CopyTo(int bucket, Span<int> target)
    {
        for (var worker = 0; worker < _workers; worker++)
        {
            var slot = worker * CountBuckets.Count + bucket;
            if (_blocksOf[slot] == 0)
                continue;
            var block = _places[slot] - 1 >> BlockBits;
            var length = InLastBlock(_places[slot]);
            for (var left = _blocksOf[slot]; left > 0; left--)
            {
                _counts.AsSpan(block << BlockBits, length).CopyTo(target);
                target = target[length..];
                (block, length) = (_before[block], BlockSize);
            }
        }
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_counts);
        ArrayPool<int>.Shared.Return(_before);
        ArrayPool<int>.Shared.Return(_places);
        ArrayPool<int>.Shared.Return(_blocksOf);
    }

    private static int InLastBlock(int place) => (place - 1 & (BlockSize - 1)) + 1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int NewBlock(int worker, int bucket, int place)
    {
        var block = Interlocked.Increment(ref _blocks) - 1;
        _before[block] = place - 1 >> BlockBits;
        _blocksOf[worker * CountBuckets.Count + bucket]++;
        return block << BlockBits;
    }
}
