using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Economics;

/// <summary>One square of the heat map.</summary>
/// <param name="Threshold">Its row.</param>
/// <param name="Discount">Its column.</param>
/// <param name="Subsidy">A year's, to those who come anyway.</param>
/// <param name="Uplift">u*; null where no growth pays.</param>
public sealed record CostCell(Money Threshold, Percent Discount, Money Subsidy, decimal? Uplift);
