using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>What one piece of a seller's goods costs them: goods, logistics, storage, advertising.</summary>
public sealed class GoodsCost : ISellerOwned
{
    public const int LongestSku = 200;

    public SellerId SellerId { get; set; }

    public required string Sku { get; init; }

    /// <summary>In the seller's currency.</summary>
    public required Money Cost { get; set; }
}
