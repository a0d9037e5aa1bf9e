using System.Runtime.InteropServices;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>
/// A set of 64-bit hashes, each with a small value: the memory of a whole file's lines. It is dense (eight bytes
/// and the value a place, seven places in eight may be taken), lies in 256 parts that grow one by one at different
/// times (a table that grows is for a moment there twice), and outside of the runtime's memory, so that what a
/// part leaves when it grows and what the table takes goes back at once, not when somebody collects.
/// </summary>
/// <typeparam name="T">Use an empty struct for a plain set.</typeparam>
internal sealed unsafe class HashTable64<T> : IDisposable
    where T : unmanaged
{
    private const int Parts = 256;
    private const int Least = 16;

    // Parts fill up alike; they begin with different lengths, so that they do not all grow at one moment.
    private const int Staggered = 8;

    private readonly Part[] _parts = new Part[Parts];

    public long Count { get; private set; }

    /// <summary>The place of a hash, valid until the next call; a new one has the default value.</summary>
    public ref T Find(ulong hash, out bool known)
    {
        // Zero marks an empty place.
        hash = Math.Max(1, hash);
        var number = (int)(hash >> 56);
        ref var part = ref _parts[number];
        if (part.Count >= part.Length - (part.Length >> 3))
            part.Grow(
                part.Length == 0
                    ? Least + number % Staggered * (Least / Staggered / 2)
                    : part.Length + (part.Length >> 2)
            );
        var at = Place(part, hash);
        known = part.Hashes[at] == hash;
        if (!known)
        {
            part.Hashes[at] = hash;
            part.Count++;
            Count++;
        }
        return ref part.Values[at];
    }

    public void Dispose()
    {
        foreach (ref var part in _parts.AsSpan())
            part.Free();
    }

    // The place where the hash is, or would be. The lower half chooses where to begin, by a product instead of
    // a remainder, so that any length will do.
    private static int Place(in Part part, ulong hash)
    {
        var at = (int)((uint)hash * (ulong)part.Length >> 32);
        while (part.Hashes[at] != 0 && part.Hashes[at] != hash)
            if (++at == part.Length)
                at = 0;
        return at;
    }

    private struct Part
    {
        public ulong* Hashes;
        public T* Values;
        public int Length;
        public int Count;

        public void Grow(int length)
        {
            var grown = new Part
            {
                Hashes = (ulong*)NativeMemory.AllocZeroed((nuint)length, sizeof(ulong)),
                Values = (T*)NativeMemory.AllocZeroed((nuint)length, (nuint)sizeof(T)),
                Length = length,
                Count = Count,
            };
            for (var i = 0; i < Length; i++)
                if (Hashes[i] != 0)
                {
                    var at = Place(grown, Hashes[i]);
                    grown.Hashes[at] = Hashes[i];
                    grown.Values[at] = Values[i];
                }
            Free();
            this = grown;
        }

        public void Free()
        {
            NativeMemory.Free(Hashes);
            NativeMemory.Free(Values);
            this = default;
        }
    }
}
