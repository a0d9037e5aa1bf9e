using System.Text;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Columnar;

/// <summary>
/// Buyer ordinal (0 … <see cref="Count"/> − 1, ascending by key) ↔ surrogate key ↔ <see cref="BuyerId"/>.
/// Ids lie as UTF-8 in one block with a hash table of ordinals: about 20 bytes a buyer plus the id itself,
/// where .NET strings would take four times that.
/// </summary>
public sealed class BuyerIndex
{
    private readonly long[] _keys;
    private readonly byte[] _text;
    private readonly int[] _ends;
    private readonly int[] _table;

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

    public int Count => _keys.Length;

    /// <exception cref="IndexOutOfRangeException">No buyer has that ordinal.</exception>
    public BuyerId this[int ordinal] => new(Encoding.UTF8.GetString(Text(ordinal)));

    internal long Bytes => 8L * _keys.Length + _text.Length + 4L * _ends.Length + 4L * _table.Length;

    /// <summary>The key under which the ledger stores the buyer.</summary>
    public long KeyOf(int ordinal) => _keys[ordinal];

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
        ordinal = -1;
        return false;
    }

    public bool TryFindKey(long key, out int ordinal)
    {
        var found = Array.BinarySearch(_keys, key);
        ordinal = Math.Max(found, -1);
        return found >= 0;
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
