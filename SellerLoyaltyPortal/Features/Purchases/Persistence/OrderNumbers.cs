using System.Numerics;

namespace SellerLoyaltyPortal.Features.Purchases.Persistence;

/// <summary>
/// Numbers the orders of a ledger: an order's number is the sequence of its first line (corrected ones too), so
/// that it is the same whether the ledger is read at once, in parts or as it grows. It keeps a 64-bit hash an
/// order instead of its text; that two of twenty million orders share one has a chance of 1 in 90,000, and
/// matters only within one buyer. Twelve bytes a place, two places an order at most.
/// </summary>
internal sealed class OrderNumbers
{
    private ulong[] _hashes = new ulong[1 << 10];
    private int[] _numbers = new int[1 << 10];

    public int Count { get; private set; }

    public long Bytes => 12L * _hashes.Length;

    /// <summary>The number of an order; lines are asked for in the order of the ledger.</summary>
    /// <exception cref="OverflowException">The ledger has more than 2,147,483,647 lines.</exception>
    public int NumberOf(ReadOnlySpan<byte> orderId, long sequence) =>
        NumberOf(StableHash.Of(orderId), checked((int)sequence));

    /// <summary>
    /// Takes over the orders of a later part of the ledger.
    /// </summary>
    /// <returns>Numbers that the later part gave to orders that have an earlier one, and those.</returns>
    public Dictionary<int, int> Absorb(OrderNumbers later)
    {
        var changed = new Dictionary<int, int>();
        // Room for all of them first: they come in the order of their hashes, and in a table that is too small
        // all that has come so far would lie in one heap at its beginning.
        while (Count + later.Count > _hashes.Length / 4 * 3)
            Grow();
        for (var place = 0; place < later._hashes.Length; place++)
        {
            if (later._numbers[place] is not (var theirs and not 0))
                continue;
            var number = NumberOf(later._hashes[place], theirs);
            if (number != theirs)
                changed.Add(theirs, number);
        }
        return changed;
    }

    // Places follow one another from the one that the hash names; a number of 0 marks a free one.
    private int NumberOf(ulong hash, int number)
    {
        var place = PlaceOf(hash);
        for (; _numbers[place] != 0; place = place + 1 & _hashes.Length - 1)
        {
            if (_hashes[place] == hash)
                return _numbers[place];
        }
        (_hashes[place], _numbers[place]) = (hash, number);
        if (++Count > _hashes.Length / 4 * 3)
            Grow();
        return number;
    }

    private void Grow()
    {
        var (hashes, numbers) = (_hashes, _numbers);
        _hashes = new ulong[hashes.Length * 2];
        _numbers = new int[hashes.Length * 2];
        for (var i = 0; i < hashes.Length; i++)
        {
            if (numbers[i] == 0)
                continue;
            var place = PlaceOf(hashes[i]);
            while (_numbers[place] != 0)
                place = place + 1 & _hashes.Length - 1;
            (_hashes[place], _numbers[place]) = (hashes[i], numbers[i]);
        }
    }

    // The high bits: they depend on every bit of the id.
    private int PlaceOf(ulong hash) => (int)(hash >> 64 - BitOperations.Log2((uint)_hashes.Length));
}
