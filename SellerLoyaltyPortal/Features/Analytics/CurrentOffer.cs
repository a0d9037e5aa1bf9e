using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>The offer that buyers' totals are held against.</summary>
/// <param name="Threshold">From which total on there is a discount.</param>
/// <param name="Discount">How much off.</param>
/// <param name="Rule">What counts toward the total.</param>
/// <param name="Source">Where the three come from.</param>
public sealed record CurrentOffer(Money Threshold, Percent Discount, EligibilityRule Rule, OfferSource Source)
{
    /// <summary>Where a seller has neither a program nor a draft.</summary>
    public static readonly CurrentOffer Assumed = new(
        Money.FromUnits(1000),
        Percent.FromWhole(10),
        EligibilityRule.Default,
        OfferSource.Assumed
    );
}
