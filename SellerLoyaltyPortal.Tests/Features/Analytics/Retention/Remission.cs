using SellerLoyaltyPortal.Features.Analytics.Retention;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Retention;

/// <summary>
/// Remission times of Freireich et al. 1963 (6-MP arm), the textbook example of the estimator: events 6 6 6 7 10 13
/// 16 22 23; censored 6+ 9+ 10+ 11+ 17+ 19+ 20+ 25+ 32+ 32+ 34+ 35+.
/// </summary>
internal static class Remission
{
    public static SurvivalCurve Curve()
    {
        var (events, censored) = (new int[40], new int[40]);
        foreach (var day in (int[])[6, 6, 6, 7, 10, 13, 16, 22, 23])
            events[day]++;
        foreach (var day in (int[])[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35])
            censored[day]++;
        return SurvivalCurve.From(events, censored);
    }
}
