namespace SellerLoyaltyPortal.Features.Analytics.Numerics;

/// <summary>
/// ln Γ and its first two derivatives for positive arguments, to about 1e-15: shifted up by the recurrence to
/// where Stirling's series (NIST DLMF 5.11.1, 5.11.2 and its derivative) is exact in double precision.
/// </summary>
public static class GammaFunctions
{
    private const double Large = 10;
    private const double HalfLogTwoPi = 0.91893853320467274178;

    public static double LogGamma(double z)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(z);
        var below = 1.0;
        for (; z < Large; z += 1)
            below *= z;
        var i = 1 / z;
        var q = i * i;
        var tail = i / 12 - i * q * (1.0 / 360 - q * (1.0 / 1260 - q * (1.0 / 1680 - q * LogGammaRest(q))));
        return (z - 0.5) * Math.Log(z) - z + HalfLogTwoPi + tail - Math.Log(below);
    }

    /// <summary>ψ(z) = d ln Γ(z) / dz.</summary>
    public static double Digamma(double z)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(z);
        var below = 0.0;
        for (; z < Large; z += 1)
            below += 1 / z;
        var q = 1 / (z * z);
        var tail =
            q
            * (
                1.0 / 12
                - q
                    * (
                        1.0 / 120
                        - q * (1.0 / 252 - q * (1.0 / 240 - q * (1.0 / 132 - q * (691.0 / 32760 - q / 12))))
                    )
            );
        return Math.Log(z) - 0.5 / z - tail - below;
    }

    /// <summary>ψ′(z).</summary>
    public static double Trigamma(double z)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(z);
        var below = 0.0;
        for (; z < Large; z += 1)
            below += 1 / (z * z);
        var i = 1 / z;
        var q = i * i;
        var tail =
            i
            * q
            * (
                1.0 / 6
                - q
                    * (
                        1.0 / 30
                        - q * (1.0 / 42 - q * (1.0 / 30 - q * (5.0 / 66 - q * (691.0 / 2730 - q * 7.0 / 6))))
                    )
            );
        return i + q / 2 + tail + below;
    }

    /// <summary>ln B(a, b).</summary>
    public static double LogBeta(double a, double b) => LogGamma(a) + LogGamma(b) - LogGamma(a + b);

    private static double LogGammaRest(double q) => 1.0 / 1188 - q * (691.0 / 360360 - q / 156);
}
