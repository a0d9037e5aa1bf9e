namespace SellerLoyaltyPortal.Features.Analytics.Numerics;

/// <summary>
/// ln Γ(z + n) − ln Γ(z) and its first two derivatives by z at given whole n, as sums of logarithms and
/// reciprocals: exact where the difference of two gamma functions would cancel (large z).
/// </summary>
internal sealed class RisingFactorials(int[] ascending)
{
    public double[] Value { get; } = new double[ascending.Length];

    public double[] First { get; } = new double[ascending.Length];

    public double[] Second { get; } = new double[ascending.Length];

    public void Evaluate(double z)
    {
        var (value, product, first, second) = (0.0, 1.0, 0.0, 0.0);
        var n = 0;
        for (var i = 0; i < ascending.Length; i++)
        {
            for (; n < ascending[i]; n++)
            {
                var reciprocal = 1 / (z + n);
                first += reciprocal;
                second -= reciprocal * reciprocal;
                product *= z + n;
                // One logarithm for many factors; well inside the range of a double.
                if (product is > 1e200 or < 1e-200)
                {
                    value += Math.Log(product);
                    product = 1;
                }
            }
            (Value[i], First[i], Second[i]) = (value + Math.Log(product), first, second);
        }
    }
}
