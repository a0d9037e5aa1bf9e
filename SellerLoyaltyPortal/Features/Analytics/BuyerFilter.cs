using SellerLoyaltyPortal.Features.Analytics.Rfm;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>Which buyers an answer is about; everything that is null does not restrict.</summary>
public sealed record BuyerFilter
{
    public static readonly BuyerFilter Everybody = new();

    /// <summary>Whether it tells buyers apart by what they went on to do, so that what it shows is no forecast.</summary>
    public bool IsByBehaviour =>
        Segment is not null || AtLeast is not null || Below is not null || WithDiscount is not null;

    /// <summary>Their segment on the as-of date, from the offer's window.</summary>
    public RfmSegment? Segment { get; init; }

    /// <summary>Their total in the offer's window, by its rule, is at least this.</summary>
    public Money? AtLeast { get; init; }

    /// <summary>That total is less than this.</summary>
    public Money? Below { get; init; }

    /// <summary>Whether they have ever bought with the loyalty discount by the as-of date.</summary>
    public bool? WithDiscount { get; init; }

    /// <summary>Their first purchase was on or after this day.</summary>
    public DayNumber? FirstFrom { get; init; }

    /// <summary>Their first purchase was on or before this day.</summary>
    public DayNumber? FirstTo { get; init; }

    /// <summary>They have bought something of this category by the as-of date and kept it.</summary>
    public string? Category { get; init; }
}
