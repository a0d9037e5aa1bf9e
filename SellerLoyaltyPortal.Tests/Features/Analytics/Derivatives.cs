using SellerLoyaltyPortal.Features.Analytics.Numerics;

namespace SellerLoyaltyPortal.Tests.Features.Analytics;

/// <summary>Checks exact derivatives against central differences.</summary>
internal static class Derivatives
{
    public static void Check(ILogLikelihood likelihood, double[] at)
    {
        var n = at.Length;
        var (gradient, hessian) = (new double[n], new double[n * n]);
        likelihood.Evaluate(at, gradient, hessian);
        var (up, down, scratch) = (new double[n], new double[n], new double[n * n]);
        for (var i = 0; i < n; i++)
        {
            var h = 1e-5 * at[i];
            var moved = at.ToArray();
            moved[i] = at[i] + h;
            var above = likelihood.Evaluate(moved, up, scratch);
            moved[i] = at[i] - h;
            var below = likelihood.Evaluate(moved, down, scratch);
            var slope = (above - below) / (2 * h);
            Close.Absolute(slope, gradient[i], 1e-5 * (1 + Math.Abs(slope)), $"gradient {i}");
            for (var j = 0; j < n; j++)
            {
                var curve = (up[j] - down[j]) / (2 * h);
                Close.Absolute(curve, hessian[i * n + j], 1e-5 * (1 + Math.Abs(curve)), $"hessian {i},{j}");
            }
        }
    }
}
