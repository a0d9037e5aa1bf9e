using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>A seller's buyer: the pseudonym that its purchase lines refer to by a short key.</summary>
public sealed class Buyer : ISellerOwned
{
    /// <summary>Key of the row, unique over all sellers; never shown.</summary>
    public long Key { get; private set; }

    public SellerId SellerId { get; set; }

    public required BuyerId ExternalId { get; init; }
}
