using SellerLoyaltyPortal.Features.Analytics.Rfm;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>What the current offer would do for each segment, and for whoever a list shows.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="TypicalOrder">What one more order adds; zero where there is none.</param>
/// <param name="Everybody">All buyers of the board.</param>
/// <param name="Listed">Those of the query.</param>
/// <param name="Segments">In the order of <see cref="RfmSegment"/>.</param>
/// <param name="IsDefaultEconomics">The seller has not said what a unit costs: the costs rest on a guess.</param>
public sealed record SegmentOffers(
    CurrentOffer Offer,
    Money TypicalOrder,
    SegmentOffer Everybody,
    SegmentOffer Listed,
    IReadOnlyList<SegmentOffer> Segments,
    bool IsDefaultEconomics
);
