namespace SellerLoyaltyPortal.Tests.Features.Analytics;

/// <summary>Comparisons of floating-point results.</summary>
internal static class Close
{
    public static void Relative(double expected, double actual, double tolerance, string? what = null) =>
        Assert.True(
            Math.Abs(actual - expected) <= tolerance * Math.Abs(expected),
            $"{what}: expected {expected:R}, got {actual:R}, off by {actual / expected - 1:E2}"
        );

    public static void Absolute(double expected, double actual, double tolerance, string? what = null) =>
        Assert.True(
            Math.Abs(actual - expected) <= tolerance,
            $"{what}: expected {expected:R}, got {actual:R}, off by {actual - expected:E2}"
        );
}
