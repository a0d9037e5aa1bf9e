using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>What buyers' totals are held against.</summary>
/// <param name="Threshold">Of the running program; null while there is none.</param>
/// <param name="Rule">The running program's, or the default one.</param>
public sealed record BuyerThreshold(Money? Threshold, EligibilityRule Rule);
