using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>A line as it counted at the sequence number that was asked for; see <see cref="PurchaseLine"/>.</summary>
public readonly record struct LedgerExtractLine(
    string LineId,
    int Version,
    string BuyerId,
    string OrderId,
    string Sku,
    string? Category,
    long Quantity,
    Money ListAmount,
    Money SellerAmount,
    Money PaidAmount,
    bool WithLoyaltyDiscount,
    DateTimeOffset BoughtAt,
    DateTimeOffset? ReturnedAt,
    long ReturnedQuantity
);
