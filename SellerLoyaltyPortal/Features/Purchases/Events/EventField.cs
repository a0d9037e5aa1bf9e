namespace SellerLoyaltyPortal.Features.Purchases.Events;

/// <summary>The members of a line in the order in which a tidy sender writes them.</summary>
internal enum EventField
{
    LineId,
    Version,
    BuyerId,
    OrderId,
    Sku,
    Category,
    Quantity,
    ListPrice,
    SellerPrice,
    PaidPrice,
    BoughtAt,
    LoyaltyDiscount,
    ReturnedAt,
    ReturnedQuantity,
}
