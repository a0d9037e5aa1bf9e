using SellerLoyaltyPortal.Features.Analytics.Lifetime;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>The two models that a forecast multiplies, fitted to the same buyers.</summary>
public sealed record BuyerModels(BgNbdFit Purchases, GammaGammaFit Spend);
