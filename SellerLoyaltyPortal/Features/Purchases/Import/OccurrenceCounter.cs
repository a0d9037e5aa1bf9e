using System.Runtime.InteropServices;
using SellerLoyaltyPortal.Features.Purchases.Persistence;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>
/// Counts how often a content was met in a file, wherever in it: lines that are alike are told apart by
/// that number, so that the same purchases get the same ids from every file that holds them. It keeps a
/// hash of each content, and a number for repeated ones only.
/// </summary>
internal sealed class OccurrenceCounter : IDisposable
{
    private readonly HashTable64<Nothing> _met = new();
    private readonly Dictionary<ulong, int> _repeated = [];

    /// <returns>1 for the first time.</returns>
    public int Next(ReadOnlySpan<char> content)
    {
        var hash = StableHash.Of(MemoryMarshal.AsBytes(content));
        _met.Find(hash, out var again);
        if (!again)
            return 1;
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_repeated, hash, out var known);
        return count = known ? count + 1 : 2;
    }

    public void Dispose() => _met.Dispose();

    private readonly struct Nothing;
}
