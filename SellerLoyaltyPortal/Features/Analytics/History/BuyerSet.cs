namespace SellerLoyaltyPortal.Features.Analytics.History;

/// <summary>Some of a snapshot's buyers, by ordinal.</summary>
public sealed class BuyerSet
{
    private readonly ulong[] _bits;

    /// <param name="buyers">How many buyers the snapshot has.</param>
    /// <param name="belongs">Asked once for each ordinal.</param>
    public BuyerSet(int buyers, Predicate<int> belongs)
    {
        _bits = new ulong[(buyers + 63) / 64];
        for (var buyer = 0; buyer < buyers; buyer++)
        {
            if (!belongs(buyer))
                continue;
            _bits[buyer >> 6] |= 1UL << (buyer & 63);
            Count++;
        }
    }

    public int Count { get; }

    public bool Contains(int buyer) => (_bits[buyer >> 6] >> (buyer & 63) & 1) != 0;
}
