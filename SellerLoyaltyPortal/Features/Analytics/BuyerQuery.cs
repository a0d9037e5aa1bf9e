using SellerLoyaltyPortal.Features.Analytics.Rfm;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>Which buyers to list, in which order, and which page.</summary>
public sealed record BuyerQuery
{
    public RfmSegment? Segment { get; init; }

    public BuyerRhythm? Rhythm { get; init; }

    public Money? AtLeast { get; init; }

    public Money? Below { get; init; }

    /// <summary>A buyer whose id begins so.</summary>
    public string? IdStart { get; init; }

    public BuyerSort Sort { get; init; } = BuyerSort.Total;

    public bool Ascending { get; init; }

    public int Skip { get; init; }

    public int Take { get; init; } = 50;
}
