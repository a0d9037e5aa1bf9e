namespace SellerLoyaltyPortal.Features.Analytics.Numerics;

/// <summary>
/// ln(1 + x) and e^x − 1 without loss near 0 (W. Kahan's corrections): the framework's own go through 1 + x.
/// </summary>
internal static class Precise
{
    public static double Log1P(double x)
    {
        var u = 1 + x;
        return u == 1 ? x
            : double.IsInfinity(u) ? u
            : Math.Log(u) * (x / (u - 1));
    }

    public static double ExpM1(double x)
    {
        if (Math.Abs(x) > 1)
            return Math.Exp(x) - 1;
        var u = Math.Exp(x);
        return u == 1 ? x : (u - 1) * (x / Math.Log(u));
    }
}
