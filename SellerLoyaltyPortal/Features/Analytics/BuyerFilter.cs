using SellerLoyaltyPortal.Features.Analytics.Rfm;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>Which buyers an answer is about; everything that is null does not restrict.</summary>
public sealed record BuyerFilter
{
    public static readonly BuyerFilter Everybody = new();

    /// <summary>Their segment on the as-of date, from the last 365 days.</summary>
    public RfmSegment? Segment { get; init; }

    /// <summary>Their total of the last 365 days is at least this.</summary>
    public Money? AtLeast { get; init; }

    /// <summary>Their total of the last 365 days is less than this.</summary>
    public Money? Below { get; init; }

    /// <summary>Whether they have ever bought with the loyalty discount by the as-of date.</summary>
    public bool? WithDiscount { get; init; }

    /// <summary>Their first purchase was on or after this day.</summary>
    public DayNumber? FirstFrom { get; init; }

    /// <summary>Their first purchase was on or before this day.</summary>
    public DayNumber? FirstTo { get; init; }
}
