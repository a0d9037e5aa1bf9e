using System.Runtime.InteropServices;

namespace SellerLoyaltyPortal.Features.Purchases.Persistence;

/// <summary>
/// Numbers the orders of one load: 0, 1, 2, … It keeps a 64-bit hash an order instead of its text; that two
/// of twenty million orders share one has a chance of 1 in 90,000, and matters only within one buyer.
/// </summary>
internal sealed class OrderNumbers
{
    private readonly Dictionary<ulong, int> _numbers = [];

    public int NumberOf(ReadOnlySpan<byte> orderId)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _numbers,
            StableHash.Of(orderId),
            out var known
        );
        if (!known)
            number = _numbers.Count - 1;
        return number;
    }
}
