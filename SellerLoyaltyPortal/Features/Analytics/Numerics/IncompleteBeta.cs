namespace SellerLoyaltyPortal.Features.Analytics.Numerics;

/// <summary>The regularized incomplete beta function, by its continued fraction (NIST DLMF 8.17.22).</summary>
public static class IncompleteBeta
{
    private const int MostSteps = 100_000;

    /// <summary>I_x(a, b): the probability that a Beta(a, b) is at most x.</summary>
    public static double Regularized(double a, double b, double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(a);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(b);
        if (!(x >= 0 && x <= 1))
            throw new ArgumentOutOfRangeException(nameof(x), x, "A probability.");
        if (x is 0 or 1)
            return x;
        // The fraction settles quickly below the mean; above it the other tail is taken.
        return x <= (a + 1) / (a + b + 2) ? Below(a, b, x, 1 - x) : 1 - Below(b, a, 1 - x, x);
    }

    private static double Below(double a, double b, double x, double rest)
    {
        var front = Math.Exp(a * Math.Log(x) + b * Math.Log(rest) - GammaFunctions.LogBeta(a, b)) / a;
        return front == 0 ? 0 : front / Fraction(a, b, x);
    }

    // 1 + d₁/(1 + d₂/(1 + …)) from the front (Lentz' method).
    private static double Fraction(double a, double b, double x)
    {
        var (value, c, d) = (1.0, 1.0, 0.0);
        for (var step = 1; step < MostSteps; step++)
        {
            var m = step / 2;
            var term =
                step % 2 == 0
                    ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
                    : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / NotZero(1 + term * d);
            c = NotZero(1 + term / c);
            value *= c * d;
            if (Math.Abs(c * d - 1) < 1e-15)
                return value;
        }
        throw new ArithmeticException("The continued fraction did not settle.");
    }

    private static double NotZero(double value) => Math.Abs(value) < 1e-300 ? 1e-300 : value;
}
