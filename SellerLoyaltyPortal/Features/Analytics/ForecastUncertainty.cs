using SellerLoyaltyPortal.Features.Analytics.Lifetime;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>
/// What not knowing the parameters exactly adds to the variance of cohorts' sums (delta method on the logarithms of the
/// parameters). How a sum bends with a parameter is worked out on three days and taken between them as it lies.
/// </summary>
internal sealed class ForecastUncertainty
{
    private const double Step = 1e-3;

    private static readonly int[] Knots = [180, 365, CohortForecast.LastDay];

    private readonly BuyerModels _models;

    // By cohort and day: relative slopes by the logarithms of r, α, a, b, p, q, γ.
    private readonly double[][][] _slopes;

    private ForecastUncertainty(BuyerModels models, double[][][] slopes) =>
        (_models, _slopes) = (models, slopes);

    /// <returns>Null where the data do not tell the parameters.</returns>
    public static ForecastUncertainty? Of(
        BuyerModels models,
        List<CohortMembers> cohorts,
        CancellationToken cancellation
    )
    {
        if (
            models.Purchases.Quality.LogCovariance.Count == 0
            || models.Spend.Quality.LogCovariance.Count == 0
        )
            return null;
        var here = At(models, cohorts, -1, 0, cancellation);
        var byKnot = cohorts.ConvertAll(_ => Knots.Select(_ => new double[7]).ToArray());
        for (var parameter = 0; parameter < 7; parameter++)
        {
            var (up, down) = (
                At(models, cohorts, parameter, Step, cancellation),
                At(models, cohorts, parameter, -Step, cancellation)
            );
            for (var cohort = 0; cohort < cohorts.Count; cohort++)
            {
                for (var knot = 0; knot < Knots.Length; knot++)
                {
                    var sum = here[cohort][knot].Expected;
                    byKnot[cohort][knot][parameter] =
                        sum > 0
                            ? (up[cohort][knot].Expected - down[cohort][knot].Expected) / (2 * Step * sum)
                            : double.NaN;
                }
            }
        }
        return new(
            models,
            [.. byKnot.Select(knots => CohortForecast.At.Select(day => Between(knots, day)).ToArray())]
        );
    }

    /// <summary>Variance of a cohort's sum from the parameters alone.</summary>
    public double OfCohort(int cohort, int at, double expected) =>
        Variance([.. _slopes[cohort][at].Select(s => s * expected)]);

    /// <summary>Of all cohorts together, whose sums the same parameters bend.</summary>
    public double OfAll(int at, List<double> expected)
    {
        var slope = new double[7];
        for (var cohort = 0; cohort < _slopes.Length; cohort++)
        {
            for (var i = 0; i < slope.Length; i++)
                slope[i] += _slopes[cohort][at][i] * expected[cohort];
        }
        return Variance(slope);
    }

    private double Variance(double[] slope) =>
        Quadratic(slope.AsSpan(0, 4), _models.Purchases.Quality.LogCovariance)
        + Quadratic(slope.AsSpan(4), _models.Spend.Quality.LogCovariance);

    // A knot that every member has passed says nothing.
    private static double[] Between(double[][] knots, int day)
    {
        var known = Enumerable.Range(0, Knots.Length).Where(k => double.IsFinite(knots[k][0])).ToList();
        if (known.Count == 0)
            return new double[7];
        var (before, after) = (
            known.LastOrDefault(k => Knots[k] <= day, known[0]),
            known.FirstOrDefault(k => Knots[k] >= day, known[^1])
        );
        var part =
            before == after
                ? 0
                : Math.Clamp((day - Knots[before]) / (double)(Knots[after] - Knots[before]), 0, 1);
        return [.. knots[before].Zip(knots[after], (low, high) => low + part * (high - low))];
    }

    private static List<(double Expected, double Variance)[]> At(
        BuyerModels models,
        List<CohortMembers> cohorts,
        int parameter,
        double step,
        CancellationToken cancellation
    )
    {
        var (r, alpha, a, b) = models.Purchases.Parameters;
        var (p, q, v) = models.Spend.Parameters;
        var purchases = new BgNbdModel(new(Moved(r, 0), Moved(alpha, 1), Moved(a, 2), Moved(b, 3)));
        var spend = new GammaGammaModel(new(Moved(p, 4), Moved(q, 5), Moved(v, 6)));
        return cohorts.ConvertAll(c => c.Expect(purchases, spend, Knots, cancellation));

        double Moved(double value, int index) => index == parameter ? value * Math.Exp(step) : value;
    }

    private static double Quadratic(ReadOnlySpan<double> slope, IReadOnlyList<double> covariance)
    {
        var sum = 0.0;
        for (var i = 0; i < slope.Length; i++)
        {
            for (var j = 0; j < slope.Length; j++)
                sum += slope[i] * covariance[i * slope.Length + j] * slope[j];
        }
        return sum;
    }
}
