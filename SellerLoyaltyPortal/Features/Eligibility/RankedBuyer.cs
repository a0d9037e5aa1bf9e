using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>One row of <see cref="QualifyingBuyers"/>.</summary>
/// <param name="Ordinal">In the snapshot's buyer index.</param>
/// <param name="Id">Under which the marketplace knows the buyer.</param>
/// <param name="Total">What counts in the window.</param>
/// <param name="Lacking">What is lacking to qualify; zero for those who do.</param>
/// <param name="Standing">Whether they qualify, are near, or neither.</param>
public readonly record struct RankedBuyer(
    int Ordinal,
    BuyerId Id,
    Money Total,
    Money Lacking,
    BuyerStanding Standing
);
