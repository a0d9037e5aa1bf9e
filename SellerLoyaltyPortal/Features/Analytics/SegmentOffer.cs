using SellerLoyaltyPortal.Features.Programs.Economics;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>
/// What the offer would do for some buyers. The cost is their part of the cost in the constructor, by what the
/// qualified among them spent: over all buyers it is that very cost.
/// </summary>
/// <param name="Standing">Who of them would get the discount.</param>
/// <param name="Cost">What that costs a year and what would have to change for it to pay.</param>
public sealed record SegmentOffer(SegmentStanding Standing, ProgramCost Cost);
