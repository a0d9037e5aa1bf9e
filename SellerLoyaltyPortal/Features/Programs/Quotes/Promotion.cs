using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Quotes;

/// <summary>A discount of the shop's own that may apply beside the loyalty one. Exactly one of the two sizes is given.</summary>
/// <param name="Code">What the shop calls it.</param>
/// <param name="Share">Off the price of a piece.</param>
/// <param name="Amount">Off the price of a piece, at most the price itself.</param>
/// <param name="Skus">The articles that it is for; null for all.</param>
public sealed record Promotion(string Code, Percent? Share, Money? Amount, IReadOnlySet<string>? Skus)
{
    public bool IsFor(string sku) => Skus is null || Skus.Contains(sku);
}
