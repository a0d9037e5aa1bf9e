namespace SellerLoyaltyPortal.Columnar;

/// <summary>
/// A long array of ints in pieces of 64 KiB. What is made anew for every question or append is taken from the
/// youngest generation then, whose memory the collector hands out again while it is warm; arrays of megabytes come
/// from fresh memory, which costs a page fault every 4 KiB, and collecting them costs a pass over the whole heap.
/// </summary>
internal sealed class ChunkedInts
{
    public const int ChunkBits = 14;

    /// <summary>For what a few changes here and there make anew: those copy the pieces that they fall into.</summary>
    public const int SmallChunkBits = 8;

    private readonly int _bits;
    private readonly int _mask;
    private readonly int[][] _chunks;

    /// <summary>Not cleared.</summary>
    public ChunkedInts(int length, int chunkBits = ChunkBits)
        : this(length, chunkBits, shared: []) { }

    private ChunkedInts(int length, int chunkBits, ReadOnlySpan<int[]> shared)
    {
        (Length, _bits, _mask) = (length, chunkBits, (1 << chunkBits) - 1);
        _chunks = new int[(length + _mask) >> _bits][];
        shared.CopyTo(_chunks);
        for (var chunk = shared.Length; chunk < _chunks.Length; chunk++)
            _chunks[chunk] = GC.AllocateUninitializedArray<int>(
                Math.Min(_mask + 1, length - (chunk << _bits))
            );
    }

    public int Length { get; }

    /// <exception cref="IndexOutOfRangeException">No such index.</exception>
    public ref int this[int index] => ref _chunks[index >> _bits][index & _mask];

    public static ChunkedInts Of(ReadOnlySpan<int> values, int chunkBits = ChunkBits)
    {
        var made = new ChunkedInts(values.Length, chunkBits);
        made.Write(0, values);
        return made;
    }

    /// <summary>The values from an index to the end of its chunk; empty at the end of all.</summary>
    public Span<int> From(int index) => index == Length ? [] : _chunks[index >> _bits].AsSpan(index & _mask);

    /// <summary>Some values, all of one chunk.</summary>
    public Span<int> Slice(int index, int length) => length == 0 ? [] : From(index)[..length];

    /// <summary>The same with other values in some places, and more of them; shares every piece that stays as it is.</summary>
    /// <param name="length">As long or longer.</param>
    /// <param name="fill">What lies beyond the old length.</param>
    /// <param name="places">Ascending.</param>
    /// <param name="values">One for each place.</param>
    public ChunkedInts With(int length, int fill, ReadOnlySpan<int> places, ReadOnlySpan<int> values)
    {
        var kept = length == Length ? _chunks.Length : Length >> _bits;
        var made = new ChunkedInts(length, _bits, _chunks.AsSpan(0, kept));
        if (length > Length)
        {
            made.Write(kept << _bits, this, kept << _bits, Length - (kept << _bits));
            made.Fill(Length, fill);
        }
        for (int i = 0, own = -1; i < places.Length; i++)
        {
            var chunk = places[i] >> _bits;
            if (chunk < kept && chunk != own)
                made._chunks[own = chunk] = (int[])_chunks[chunk].Clone();
            made[places[i]] = values[i];
        }
        return made;
    }

    public void Read(int index, Span<int> target)
    {
        while (!target.IsEmpty)
        {
            var some = From(index);
            some = some[..Math.Min(some.Length, target.Length)];
            some.CopyTo(target);
            index += some.Length;
            target = target[some.Length..];
        }
    }

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
