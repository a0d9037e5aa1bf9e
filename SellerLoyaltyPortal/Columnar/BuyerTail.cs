using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Columnar;

/// <summary>The few buyers who came after the compact index was made, in order of arrival.</summary>
internal sealed class BuyerTail
{
    private readonly Dictionary<long, int> _byKey = [];
    private readonly Dictionary<BuyerId, int> _byId = [];

    /// <param name="before">The tail so far, or null.</param>
    /// <param name="added">Buyers who are in neither index yet.</param>
    public BuyerTail(BuyerTail? before, IEnumerable<KeyValuePair<long, BuyerId>> added)
    {
        Buyers = [.. before?.Buyers ?? [], .. added];
        for (var i = 0; i < Buyers.Length; i++)
        {
            _byKey.Add(Buyers[i].Key, i);
            if (!_byId.TryAdd(Buyers[i].Value, i))
                throw new ArgumentException("Two keys have the same buyer id.", nameof(added));
        }
    }

    public KeyValuePair<long, BuyerId>[] Buyers { get; }

    public bool TryFind(BuyerId id, out int position) => _byId.TryGetValue(id, out position);

    public bool TryFindKey(long key, out int position) => _byKey.TryGetValue(key, out position);
}
