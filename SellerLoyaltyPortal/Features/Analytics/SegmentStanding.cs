using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>How some buyers stand against an offer's threshold.</summary>
/// <param name="Buyers">How many they are.</param>
/// <param name="Qualified">Of them, who would get the discount now.</param>
/// <param name="Near">Of them, who lack one typical order at most.</param>
/// <param name="QualifiedTotal">What those who would get it spent in the window.</param>
public readonly record struct SegmentStanding(int Buyers, int Qualified, int Near, Money QualifiedTotal)
{
    public static SegmentStanding operator +(SegmentStanding left, SegmentStanding right) =>
        new(
            left.Buyers + right.Buyers,
            left.Qualified + right.Qualified,
            left.Near + right.Near,
            left.QualifiedTotal + right.QualifiedTotal
        );
}
