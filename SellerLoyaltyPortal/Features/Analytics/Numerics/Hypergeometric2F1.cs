namespace SellerLoyaltyPortal.Features.Analytics.Numerics;

/// <summary>Gauss' hypergeometric function ₂F₁(a, b; c; z) for 0 ≤ z &lt; 1 by its power series.</summary>
public static class Hypergeometric2F1
{
    private const int MostTerms = 200_000;

    /// <summary>₂F₁(a, b; c; z).</summary>
    public static double Value(double a, double b, double c, double z) => 1 + b * ExcessOverB(a, b, c, z);

    /// <summary>
    /// (₂F₁(a, b; c; z) − 1) / b, which stays finite and exact as b → 0: the first factor of every (b)ₙ is
    /// taken out.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">z is outside [0, 1) or c is not positive.</exception>
    /// <exception cref="ArithmeticException">z is so near 1 that the series does not settle.</exception>
    public static double ExcessOverB(double a, double b, double c, double z)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(z);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(z, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(c);
        if (z == 0)
            return 0;
        var term = a / c * z;
        var sum = term;
        for (var n = 1; n < MostTerms; n++)
        {
            term *= (a + n) / (c + n) * ((b + n) / (n + 1)) * z;
            sum += term;
            // What is left is at most a geometric series once the ratio of terms has come down to about z.
            if (Math.Abs(term) <= 1e-17 * (1 - z) * Math.Abs(sum) || term == 0)
                return sum;
        }
        throw new ArithmeticException("The hypergeometric series did not settle.");
    }
}
