using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Quotes;

/// <summary>An item of a basket.</summary>
/// <param name="Sku">Article.</param>
/// <param name="Quantity">Pieces, from 1.</param>
/// <param name="Price">Of one piece, before any of the discounts in question; not negative.</param>
public sealed record QuoteItem(string Sku, int Quantity, Money Price);
