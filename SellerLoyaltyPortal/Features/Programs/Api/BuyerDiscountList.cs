namespace SellerLoyaltyPortal.Features.Programs.Api;

/// <param name="Answers">In the order of the ids asked.</param>
public sealed record BuyerDiscountList(IReadOnlyList<BuyerDiscountAnswer> Answers);
