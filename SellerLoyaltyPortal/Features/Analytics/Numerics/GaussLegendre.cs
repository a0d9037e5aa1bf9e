using System.Runtime.Intrinsics;

namespace SellerLoyaltyPortal.Features.Analytics.Numerics;

/// <summary>Gauss–Legendre quadrature of 16 points on [−1, 1], found once by Newton's method.</summary>
internal static class GaussLegendre
{
    public const int Points = 16;

    static GaussLegendre()
    {
        for (var i = 0; i < Points; i++)
        {
            var x = Math.Cos(Math.PI * (i + 0.75) / (Points + 0.5));
            double slope;
            double step;
            do
            {
                var (before, now) = (1.0, x);
                for (var n = 2; n <= Points; n++)
                    (before, now) = (now, ((2 * n - 1) * x * now - (n - 1) * before) / n);
                slope = Points * (x * now - before) / (x * x - 1);
                step = now / slope;
                x -= step;
            } while (Math.Abs(step) > 1e-15);
            Nodes[i] = x;
            Weights[i] = 2 / ((1 - x * x) * slope * slope);
        }
    }

    public static double[] Nodes { get; } = new double[Points];

    public static double[] Weights { get; } = new double[Points];

    /// <summary>Four nodes from one on.</summary>
    public static Vector256<double> NodesAt(int point) => Vector256.Create(Nodes, point);

    /// <summary>The weights of four nodes from one on.</summary>
    public static Vector256<double> WeightsAt(int point) => Vector256.Create(Weights, point);
}
