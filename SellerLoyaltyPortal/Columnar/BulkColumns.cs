using System.Runtime.InteropServices;

namespace SellerLoyaltyPortal.Columnar;

/// <summary>
/// Makes a snapshot of a ledger that is read in bulk: all buyers first, then the lines, by several threads at
/// once, each into a part of its own. Where <see cref="PurchaseColumnsBuilder"/> takes anything in any order, this
/// one spares a dictionary and a string a buyer.
/// </summary>
internal sealed class BulkColumns(PurchaseColumnSet columns)
{
    // A table of keys may have so many empty places for each buyer.
    private const int MostPlacesEach = 8;

    private readonly List<long> _keys = [];
    private readonly List<int> _ends = [];
    private byte[] _text = new byte[1 << 16];
    private int _length;
    private BuyerIndex? _index;
    private int[] _ordinals = [];
    private long _firstKey;

    /// <param name="key">Each once.</param>
    /// <param name="id">UTF-8.</param>
    public void AddBuyer(long key, ReadOnlySpan<byte> id)
    {
        if (_text.Length - _length < id.Length)
            Array.Resize(ref _text, checked((int)Math.Min(2L * _text.Length + id.Length, Array.MaxLength)));
        id.CopyTo(_text.AsSpan(_length));
        _length += id.Length;
        _keys.Add(key);
        _ends.Add(_length);
    }

    /// <summary>All buyers are there: from now on lines may come.</summary>
    /// <exception cref="ArgumentException">Two buyers have one id.</exception>
    public void EndBuyers()
    {
        var byKey = new int[_keys.Count];
        for (var i = 0; i < byKey.Length; i++)
            byKey[i] = i;
        var keys = CollectionsMarshal.AsSpan(_keys).ToArray();
        keys.AsSpan().Sort(byKey);
        var (text, ends, end) = (new byte[_length], new int[keys.Length], 0);
        for (var ordinal = 0; ordinal < keys.Length; ordinal++)
        {
            var arrival = byKey[ordinal];
            var start = arrival == 0 ? 0 : _ends[arrival - 1];
            var id = _text.AsSpan(start, _ends[arrival] - start);
            id.CopyTo(text.AsSpan(end));
            ends[ordinal] = end += id.Length;
        }
        _index = BuyerIndex.From(keys, text, ends);
        // Keys of one seller mostly follow each other: then a buyer is found by one look.
        if (keys.Length == 0 || keys[^1] - keys[0] >= (long)MostPlacesEach * keys.Length + 1_000)
            return;
        _firstKey = keys[0];
        _ordinals = new int[keys[^1] - keys[0] + 1];
        for (var ordinal = 0; ordinal < keys.Length; ordinal++)
            _ordinals[keys[ordinal] - _firstKey] = ordinal + 1;
    }

    /// <exception cref="InvalidOperationException">The buyer was not named.</exception>
    public int OrdinalOf(long key)
    {
        var place = (ulong)(key - _firstKey);
        if (place < (ulong)_ordinals.Length && _ordinals[place] is var known and not 0)
            return known - 1;
        return _index!.TryFindKey(key, out var ordinal)
            ? ordinal
            : throw new InvalidOperationException($"Buyer key {key} has no id.");
    }

    /// <summary>For one thread's lines, whose buyers are ordinals.</summary>
    public LineBuffer NewPart() => new(columns);

    /// <param name="parts">In the order of the ledger.</param>
    /// <param name="ledgerSequence">The number of the last ledger event that is in.</param>
    /// <exception cref="InvalidOperationException">The days span more than 65,536.</exception>
    /// <exception cref="OverflowException">The amounts together do not fit into 64 bits.</exception>
    public PurchaseColumns Build(IReadOnlyList<LineBuffer> parts, long ledgerSequence)
    {
        var lines = parts[0];
        foreach (var later in parts.Skip(1))
            lines.Absorb(later);
        var index = _index!;
        return new(
            LineStoreBuilder.Build(lines, index.Count, columns, narrow: true),
            index,
            columns,
            ledgerSequence
        );
    }
}
