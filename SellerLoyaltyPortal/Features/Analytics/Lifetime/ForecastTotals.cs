namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>Sums over all buyers, with the half-width of their 95 % interval where one can be given.</summary>
/// <param name="Alive">How many are still buyers: the sum of their P(alive).</param>
/// <param name="Purchases">Expected purchases in the horizon.</param>
/// <param name="Spend">Expected spend, in currency units, not discounted.</param>
/// <param name="DiscountedSpend">The same at today's value.</param>
/// <param name="PurchasesMargin">Half-width of the interval of <paramref name="Purchases"/>; null when unknown.</param>
/// <param name="SpendMargin">Half-width of the interval of <paramref name="Spend"/>; null when unknown.</param>
public sealed record ForecastTotals(
    double Alive,
    double Purchases,
    double Spend,
    double DiscountedSpend,
    double? PurchasesMargin,
    double? SpendMargin
);
