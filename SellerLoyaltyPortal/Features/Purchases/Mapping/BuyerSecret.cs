using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Mapping;

/// <summary>
/// The key with which a seller's buyer ids are hashed where a file names them by something personal. Made
/// once: with another key the same buyer would become somebody else.
/// </summary>
public sealed class BuyerSecret : ISellerOwned
{
    public SellerId SellerId { get; set; }

    /// <summary>32 random bytes, protected by the portal's keys.</summary>
    public required string ProtectedKey { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
