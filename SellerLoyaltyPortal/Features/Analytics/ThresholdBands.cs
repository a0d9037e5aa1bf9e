using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>The bands around a threshold by which buyers are counted and filtered: quarters of it, then up to twice.</summary>
public static class ThresholdBands
{
    /// <returns>
    /// Every total falls into exactly one; buyers whose returns outweigh what they kept into the first. A missing
    /// end is open.
    /// </returns>
    public static IReadOnlyList<(Money? From, Money? Below)> Around(Money threshold)
    {
        Money?[] edges =
        [
            null,
            threshold.Fraction(1, 4),
            threshold.Fraction(1, 2),
            threshold.Fraction(3, 4),
            threshold,
            threshold * 2,
            null,
        ];
        return [.. edges.Zip(edges.Skip(1))];
    }
}
