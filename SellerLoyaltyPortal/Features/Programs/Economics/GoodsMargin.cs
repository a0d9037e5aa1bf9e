using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Economics;

/// <summary>What one of the goods leaves of its price.</summary>
/// <param name="Sku">Which goods.</param>
/// <param name="Price">Mean price of a piece after the seller's discount, before the loyalty discount.</param>
/// <param name="Cost">Of a piece.</param>
/// <param name="Revenue">In the window.</param>
/// <param name="Before">1 − k − cost ÷ price.</param>
/// <param name="After">(1 − d)(1 − k − c) − cost ÷ price.</param>
public sealed record GoodsMargin(
    string Sku,
    Money Price,
    Money Cost,
    Money Revenue,
    decimal Before,
    decimal After
);
