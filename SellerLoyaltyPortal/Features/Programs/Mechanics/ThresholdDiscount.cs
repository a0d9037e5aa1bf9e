using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Mechanics;

/// <summary>A buyer whose total under the rule reaches the threshold gets one percentage off all goods.</summary>
/// <param name="Threshold">In the seller's currency.</param>
/// <param name="Discount">Off every item of the seller, the same for everyone who qualifies.</param>
/// <param name="Rule">What counts toward the total, and how the boundary is read.</param>
public sealed record ThresholdDiscount(Money Threshold, Percent Discount, EligibilityRule Rule) : Mechanic
{
    /// <summary>What happens where another discount applies to the same item; never both.</summary>
    public StackingPolicy Stacking { get; init; } = StackingPolicy.BestForBuyer;

    public override MechanicKind Kind => MechanicKind.ThresholdDiscount;
}
