using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Definitions;

/// <summary>The thresholds of the curve in a report: about twenty round ones a power of ten, and the chosen one.</summary>
internal static class CurveStops
{
    private static readonly long[] Digits =
    [
        10,
        11,
        12,
        13,
        14,
        15,
        16,
        18,
        20,
        22,
        25,
        28,
        30,
        35,
        40,
        45,
        50,
        60,
        70,
        80,
        90,
    ];

    public static IReadOnlyList<Money> Around(Money chosen, ProgramLimits limits)
    {
        var stops = new SortedSet<Money>
        {
            chosen,
            Money.FromUnits(limits.LowestThreshold),
            Money.FromUnits(limits.HighestThreshold),
        };
        for (var power = 1L; power <= limits.HighestThreshold; power *= 10)
        {
            foreach (var digit in Digits)
            {
                var tenths = Money.FromUnits(digit * power).Fraction(1, 10);
                if (
                    tenths >= Money.FromUnits(limits.LowestThreshold)
                    && tenths <= Money.FromUnits(limits.HighestThreshold)
                )
                    stops.Add(tenths);
            }
        }
        return [.. stops];
    }
}
