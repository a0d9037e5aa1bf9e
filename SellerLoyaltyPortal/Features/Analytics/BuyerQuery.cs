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

    /// <summary>1 … 5: one row of the recency × frequency grid.</summary>
    public int? Recency { get; init; }

    /// <summary>1 … 5: one column of the grid.</summary>
    public int? Frequency { get; init; }

    /// <summary>A buyer whose id begins so.</summary>
    public string? IdStart { get; init; }

    /// <summary>Whether anybody of the board may be left out.</summary>
    public bool IsRestricted =>
        Segment is not null
        || Rhythm is not null
        || AtLeast is not null
        || Below is not null
        || Recency is not null
        || Frequency is not null
        || !string.IsNullOrEmpty(IdStart);

    public BuyerSort Sort { get; init; } = BuyerSort.Total;

    public bool Ascending { get; init; }

    public int Skip { get; init; }

    public int Take { get; init; } = 50;

    /// <summary>Whom it means, whatever the order and the page.</summary>
    internal BuyerQuery Whom => this with { Sort = BuyerSort.Total, Ascending = false, Skip = 0, Take = 0 };
}
