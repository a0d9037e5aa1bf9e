namespace SellerLoyaltyPortal.Features.Purchases.Api;

/// <summary>One bought-out line of an order. Prices are of one piece, integers in 1/10,000 of the currency unit.</summary>
/// <param name="LineId">Unique at the seller, at most 200 characters: the same line twice is stored once.</param>
/// <param name="BuyerId">The buyer's pseudonym; never an e-mail address or a phone number.</param>
/// <param name="OrderId">The order that the line belongs to.</param>
/// <param name="Sku">Article.</param>
/// <param name="Quantity">Pieces, from 1.</param>
/// <param name="ListPrice">Before any discount.</param>
/// <param name="BoughtAt">When it was bought out: an instant (ISO 8601 with an offset) or a business day.</param>
/// <param name="Version">From 1 (the default); a higher one corrects a lower one.</param>
/// <param name="Category">Of the article.</param>
/// <param name="SellerPrice">After the seller's own discount; left out: the list price.</param>
/// <param name="PaidPrice">What the buyer paid; left out: the seller's price.</param>
/// <param name="LoyaltyDiscount">Whether it was bought with the loyalty discount.</param>
/// <param name="ReturnedAt">When pieces came back; left out: on the day of the purchase.</param>
/// <param name="ReturnedQuantity">Pieces that came back, up to the quantity.</param>
public sealed record PurchaseEvent(
    string LineId,
    string BuyerId,
    string OrderId,
    string Sku,
    int Quantity,
    long ListPrice,
    string BoughtAt,
    int Version = 1,
    string? Category = null,
    long? SellerPrice = null,
    long? PaidPrice = null,
    bool LoyaltyDiscount = false,
    string? ReturnedAt = null,
    int ReturnedQuantity = 0
);
