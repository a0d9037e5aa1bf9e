using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>What was sold of one of a seller's goods and kept.</summary>
/// <param name="Sku">Which goods.</param>
/// <param name="Pieces">Sold less returned and cancelled ones.</param>
/// <param name="Revenue">At the price after the seller's discount, what was returned taken off.</param>
public sealed record GoodsSold(string Sku, long Pieces, Money Revenue);
