namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>
/// A set of 64-bit hashes, each with a small value: the memory of a whole file's lines, so it is dense
/// (eight bytes and the value a place, seven places in eight may be taken) and lies in 4,096 parts that grow
/// one by one: a table that grows is for a moment there twice, and what it leaves must be small enough for the
/// runtime to use again at once (arrays of 85 kB and more it keeps apart for long).
/// </summary>
/// <typeparam name="T">Use an empty struct for a plain set.</typeparam>
internal sealed class HashTable64<T>
    where T : struct
{
    private readonly Part[] _parts = new Part[4096];

    public long Count { get; private set; }

    /// <summary>The place of a hash; a new one has the default value.</summary>
    public ref T Find(ulong hash, out bool known)
    {
        // Zero marks an empty place.
        hash = Math.Max(1, hash);
        ref var part = ref _parts[hash >> 52];
        ref var value = ref part.Find(hash, out known);
        if (!known)
            Count++;
        return ref value;
    }

    private struct Part
    {
        private const int Least = 16;

        private ulong[]? _hashes;
        private T[]? _values;
        private int _count;

        public ref T Find(ulong hash, out bool known)
        {
            _hashes ??= new ulong[Least];
            _values ??= new T[Least];
            if (_count >= _hashes.Length - (_hashes.Length >> 3))
                Grow();
            var at = Place(_hashes, hash);
            known = _hashes[at] == hash;
            if (!known)
            {
                _hashes[at] = hash;
                _count++;
            }
            return ref _values[at];
        }

        private void Grow()
        {
            var (hashes, values) = (_hashes!, _values!);
            _hashes = new ulong[hashes.Length + (hashes.Length >> 1)];
            _values = new T[_hashes.Length];
            for (var i = 0; i < hashes.Length; i++)
                if (hashes[i] != 0)
                {
                    var at = Place(_hashes, hashes[i]);
                    _hashes[at] = hashes[i];
                    _values[at] = values[i];
                }
        }

        // The place where the hash is, or would be. The lower half chooses where to begin, by a product instead
        // of a remainder, so that any length will do.
        private static int Place(ulong[] hashes, ulong hash)
        {
            var at = (int)((uint)hash * (ulong)hashes.Length >> 32);
            while (hashes[at] != 0 && hashes[at] != hash)
                if (++at == hashes.Length)
                    at = 0;
            return at;
        }
    }
}
