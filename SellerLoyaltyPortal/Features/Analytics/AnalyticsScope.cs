using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>What an answer is about: the last day that is looked at, and which buyers.</summary>
public sealed record AnalyticsScope(DayNumber AsOf, BuyerFilter Filter)
{
    public static AnalyticsScope Everybody(DayNumber asOf) => new(asOf, BuyerFilter.Everybody);

    /// <summary>The filter as it stands in an address, for answers to say whom they are about.</summary>
    public IReadOnlyDictionary<string, string> ToNames() =>
        FilterAddress.Write(Filter).ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
}
