namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>Who of a snapshot's buyers bought of a category: one bit each, by ordinal. Immutable.</summary>
public sealed class CategoryBuyers
{
    private readonly ulong[] _bits;

    /// <param name="buyers">How many buyers the snapshot has.</param>
    /// <param name="ordinals">Theirs who did.</param>
    internal CategoryBuyers(int buyers, IEnumerable<int> ordinals)
    {
        _bits = new ulong[(buyers + 63) / 64];
        foreach (var buyer in ordinals)
            _bits[buyer >> 6] |= 1UL << (buyer & 63);
    }

    internal long Bytes => 8L * _bits.Length;

    public bool Contains(int buyer) => (_bits[buyer >> 6] >> (buyer & 63) & 1) != 0;
}
