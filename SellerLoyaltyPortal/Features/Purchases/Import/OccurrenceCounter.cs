using System.Runtime.InteropServices;
using SellerLoyaltyPortal.Features.Purchases.Persistence;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>
/// Counts how often a content was met in a file, wherever in it: lines that are alike are told apart by
/// that number, so that the same purchases get the same ids from every file that holds them. It keeps eight
/// bytes a content (a hash, in 256 tables that grow one by one), and a number for repeated ones only.
/// </summary>
internal sealed class OccurrenceCounter
{
    private readonly Table[] _tables = new Table[256];
    private readonly Dictionary<ulong, int> _repeated = [];

    /// <returns>1 for the first time.</returns>
    public int Next(ReadOnlySpan<char> content)
    {
        var hash = Math.Max(1, StableHash.Of(MemoryMarshal.AsBytes(content)));
        if (_tables[hash >> 56].Add(hash))
            return 1;
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_repeated, hash, out var known);
        return count = known ? count + 1 : 2;
    }

    private struct Table
    {
        private ulong[]? _slots;
        private int _count;

        public bool Add(ulong hash)
        {
            _slots ??= new ulong[64];
            if (_count >= _slots.Length - (_slots.Length >> 2))
                Grow();
            if (!Put(_slots, hash))
                return false;
            _count++;
            return true;
        }

        private void Grow()
        {
            var larger = new ulong[_slots!.Length * 2];
            foreach (var hash in _slots)
                if (hash != 0)
                    Put(larger, hash);
            _slots = larger;
        }

        private static bool Put(ulong[] slots, ulong hash)
        {
            var mask = slots.Length - 1;
            for (var at = (int)hash & mask; ; at = (at + 1) & mask)
            {
                if (slots[at] == hash)
                    return false;
                if (slots[at] != 0)
                    continue;
                slots[at] = hash;
                return true;
            }
        }
    }
}
