using System.Text;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Columnar;

/// <summary>
/// Buyer ordinal (0 … <see cref="Count"/> − 1) ↔ surrogate key ↔ <see cref="BuyerId"/>. Ordinals go by
/// ascending key, then by arrival for buyers who came after the snapshot was first built.
/// Ids lie as UTF-8 in one block with a hash table of ordinals: about 20 bytes a buyer plus the id itself,
/// where .NET strings would take four times that.
/// </summary>
public sealed class BuyerIndex
{
    private readonly long[] _keys;
    private readonly byte[] _text;
    private readonly int[] _ends;
    private readonly int[] _table;

    private readonly BuyerTail? _tail;

    private BuyerIndex(BuyerIndex basis, BuyerTail tail)
    {
        (_keys, _text, _ends, _table) = (basis._keys, basis._text, basis._ends, basis._table);
        _tail = tail;
    }

    private BuyerIndex(long[] keys, byte[] text, int[] ends)
    {
        (_keys, _text, _ends) = (keys, text, ends);
        _table = new int[checked((int)(keys.Length * 4L / 3) + 1)];
        for (var ordinal = 0; ordinal < keys.Length; ordinal++)
        {
            var slot = SlotOf(Text(ordinal));
            while (_table[slot] != 0)
            {
                if (Text(_table[slot] - 1).SequenceEqual(Text(ordinal)))
                    throw new ArgumentException("Two keys have the same buyer id.", nameof(keys));
                slot = slot + 1 == _table.Length ? 0 : slot + 1;
            }
            _table[slot] = ordinal + 1;
        }
    }

    public int Count => _keys.Length + (_tail?.Buyers.Length ?? 0);

    /// <exception cref="IndexOutOfRangeException">No buyer has that ordinal.</exception>
    public BuyerId this[int ordinal] =>
        ordinal < _keys.Length || _tail is null
            ? new(Encoding.UTF8.GetString(Text(ordinal)))
            : _tail.Buyers[ordinal - _keys.Length].Value;

    /// <summary>Buyers who came after the compact part was made.</summary>
    internal int TailCount => Count - _keys.Length;

    // A buyer in the tail costs two dictionary entries and a string.
    internal long Bytes =>
        8L * _keys.Length + _text.Length + 4L * _ends.Length + 4L * _table.Length + 150L * TailCount;

    /// <summary>The key under which the ledger stores the buyer.</summary>
    public long KeyOf(int ordinal) =>
        ordinal < _keys.Length || _tail is null ? _keys[ordinal] : _tail.Buyers[ordinal - _keys.Length].Key;

    /// <summary>Whether a buyer's id begins so, without making a string of it.</summary>
    /// <param name="ordinal">Of the buyer.</param>
    /// <param name="start">UTF-8.</param>
    /// <exception cref="IndexOutOfRangeException">No buyer has that ordinal.</exception>
    public bool IdStartsWith(int ordinal, ReadOnlySpan<byte> start) =>
        ordinal < _keys.Length || _tail is null
            ? Text(ordinal).StartsWith(start)
            : Encoding.UTF8.GetBytes(this[ordinal].Value).AsSpan().StartsWith(start);

    /// <returns>Whether the ledger knows the buyer; they may have no lines left after corrections.</returns>
    public bool TryFind(BuyerId id, out int ordinal)
    {
        var wanted = Encoding.UTF8.GetBytes(id.Value).AsSpan();
        for (var slot = SlotOf(wanted); _table[slot] != 0; slot = slot + 1 == _table.Length ? 0 : slot + 1)
        {
            ordinal = _table[slot] - 1;
            if (Text(ordinal).SequenceEqual(wanted))
                return true;
        }
        if (_tail is not null && _tail.TryFind(id, out var position))
        {
            ordinal = _keys.Length + position;
            return true;
        }
        ordinal = -1;
        return false;
    }

    public bool TryFindKey(long key, out int ordinal)
    {
        // Keys mostly follow each other: then one look finds the buyer, where a search waits for memory a dozen times.
        var guess = _keys.Length == 0 ? -1 : key - _keys[0];
        var isThere = guess >= 0 && guess < _keys.Length && _keys[guess] == key;
        ordinal = isThere ? (int)guess : Array.BinarySearch(_keys, key);
        if (ordinal >= 0)
            return true;
        if (_tail is not null && _tail.TryFindKey(key, out var position))
        {
            ordinal = _keys.Length + position;
            return true;
        }
        ordinal = -1;
        return false;
    }

    /// <summary>This with further buyers, by key within the batch; those known already are passed over.</summary>
    /// <exception cref="ArgumentException">A key or an id would stand for two buyers.</exception>
    internal BuyerIndex With(IReadOnlyList<KeyValuePair<long, BuyerId>> buyers)
    {
        var added = new SortedDictionary<long, BuyerId>();
        foreach (var (key, id) in buyers)
        {
            if (
                TryFindKey(key, out var ordinal)
                    ? this[ordinal] != id
                    : !added.TryAdd(key, id) && added[key] != id
            )
                throw new ArgumentException($"Buyer key {key} is given two ids.", nameof(buyers));
            if (ordinal < 0 && TryFind(id, out _))
                throw new ArgumentException("Two keys have the same buyer id.", nameof(buyers));
        }
        return added.Count == 0 ? this : new(this, new BuyerTail(_tail, added));
    }

    /// <summary>The same buyers without a tail, ordinals ascending by key again.</summary>
    internal BuyerIndex Compacted()
    {
        if (_tail is null)
            return this;
        var all = Enumerable
            .Range(0, Count)
            .Select(o => KeyValuePair.Create(KeyOf(o), this[o].Value))
            .ToArray();
        Array.Sort(all, static (x, y) => x.Key.CompareTo(y.Key));
        return From(all);
    }

    /// <param name="buyers">Key and id of each buyer, ascending by key, each key and id once.</param>
    /// <exception cref="ArgumentException">Two keys have the same id.</exception>
    internal static BuyerIndex From(IReadOnlyList<KeyValuePair<long, string>> buyers)
    {
        var keys = new long[buyers.Count];
        var ends = new int[buyers.Count];
        var length = buyers.Sum(b => (long)Encoding.UTF8.GetByteCount(b.Value));
        var text = new byte[checked((int)length)];
        var end = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = buyers[i].Key;
            end += Encoding.UTF8.GetBytes(buyers[i].Value, text.AsSpan(end));
            ends[i] = end;
        }
        return new(keys, text, ends);
    }

    /// <param name="keys">Ascending.</param>
    /// <param name="text">The ids in UTF-8, one after the other.</param>
    /// <param name="ends">Where each id ends.</param>
    /// <exception cref="ArgumentException">Two keys have the same id.</exception>
    internal static BuyerIndex From(long[] keys, byte[] text, int[] ends) => new(keys, text, ends);

    // Of compacted indexes.
    internal bool ContentEquals(BuyerIndex other) =>
        _keys.AsSpan().SequenceEqual(other._keys)
        && _ends.AsSpan().SequenceEqual(other._ends)
        && _text.AsSpan().SequenceEqual(other._text);

    private ReadOnlySpan<byte> Text(int ordinal)
    {
        var start = ordinal == 0 ? 0 : _ends[ordinal - 1];
        return _text.AsSpan(start, _ends[ordinal] - start);
    }

    // Fowler–Noll–Vo, then the high bits by multiplication: no division, and any table length will do.
    private int SlotOf(ReadOnlySpan<byte> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in text)
            hash = (hash ^ b) * 1099511628211UL;
        hash ^= hash >> 32;
        return (int)((ulong)(uint)(hash * 2654435769UL >> 16) * (ulong)_table.Length >> 32);
    }
}
