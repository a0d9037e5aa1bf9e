namespace SellerLoyaltyPortal.Columnar;

/// <summary>
/// A long array of ints in pieces of 64 KiB. What is made anew for every question or append is taken from the
/// youngest generation then, whose memory the collector hands out again while it is warm; arrays of megabytes come
/// from fresh memory, which costs a page fault every 4 KiB, and collecting them costs a pass over the whole heap.
/// </summary>
internal sealed class ChunkedInts
{
    public const int ChunkBits = 14;
    private const int Mask = (1 << ChunkBits) - 1;

    private readonly int[][] _chunks;

    /// <summary>Not cleared.</summary>
    public ChunkedInts(int length)
    {
        Length = length;
        _chunks = new int[(length + Mask) >> ChunkBits][];
        for (var chunk = 0; chunk < _chunks.Length; chunk++)
            _chunks[chunk] = GC.AllocateUninitializedArray<int>(
                Math.Min(Mask + 1, length - (chunk << ChunkBits))
            );
    }

    public int Length { get; }

    /// <exception cref="IndexOutOfRangeException">No such index.</exception>
    public ref int this[int index] => ref _chunks[index >> ChunkBits][index & Mask];

    public static ChunkedInts Of(ReadOnlySpan<int> values)
    {
        var made = new ChunkedInts(values.Length);
        made.Write(0, values);
        return made;
    }

    /// <summary>The values from an index to the end of its chunk; empty at the end of all.</summary>
    public Span<int> From(int index) =>
        index == Length ? [] : _chunks[index >> ChunkBits].AsSpan(index & Mask);

    /// <summary>Some values, all of one chunk.</summary>
    public Span<int> Slice(int index, int length) => length == 0 ? [] : From(index)[..length];

    public void Write(int index, ReadOnlySpan<int> values)
    {
        while (!values.IsEmpty)
        {
            var target = From(index);
            var length = Math.Min(target.Length, values.Length);
            values[..length].CopyTo(target);
            index += length;
            values = values[length..];
        }
    }

    /// <summary>Copies values from another's index on.</summary>
    public void Write(int index, ChunkedInts source, int from, int length)
    {
        while (length > 0)
        {
            var some = source.From(from);
            some = some[..Math.Min(some.Length, length)];
            Write(index, some);
            (index, from, length) = (index + some.Length, from + some.Length, length - some.Length);
        }
    }

    public void Fill(int index, int value)
    {
        while (index < Length)
        {
            var target = From(index);
            target.Fill(value);
            index += target.Length;
        }
    }
}
