using SellerLoyaltyPortal.Features.Analytics.Lifetime;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>Everything on a buyer's page.</summary>
public sealed record BuyerProfile
{
    public required BuyerId Id { get; init; }

    /// <summary>Line by line, on the as-of date.</summary>
    public required EligibilityExplanation Explanation { get; init; }

    /// <summary>Null when they bought nothing in the window.</summary>
    public required BuyerRow? Row { get; init; }

    /// <summary>The total toward the threshold on each day on which it changed, from the first purchase to the as-of date.</summary>
    public required IReadOnlyList<(DayNumber Day, Money Total)> Totals { get; init; }

    /// <summary>Null before their first purchase that was kept.</summary>
    public required CustomerSummary? Summary { get; init; }
}
