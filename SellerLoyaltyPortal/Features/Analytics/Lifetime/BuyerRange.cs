using SellerLoyaltyPortal.Features.Analytics.Numerics;

namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>
/// Between what one buyer's purchases and spend will come out, 95 times of 100 if the models hold: exactly the models'
/// distribution given the history. The parameters are taken as known, which beside one buyer's chance weighs little.
/// </summary>
/// <param name="FewestPurchases">In at most 2.5 % of cases fewer.</param>
/// <param name="MostPurchases">In at most 2.5 % of cases more.</param>
/// <param name="LeastSpend">Likewise of spend, in currency units.</param>
/// <param name="MostSpend">Likewise.</param>
public readonly record struct BuyerRange(
    int FewestPurchases,
    int MostPurchases,
    double LeastSpend,
    double MostSpend
)
{
    private const double Tail = 0.025;
    private const double Unseen = 1e-7;
    private const int MostCounted = 5000;

    /// <param name="purchases">How often.</param>
    /// <param name="spend">How much at a time.</param>
    /// <param name="buyer">Whose history.</param>
    /// <param name="horizon">How far ahead, in the models' unit of time.</param>
    public static BuyerRange Of(
        BgNbdModel purchases,
        GammaGammaModel spend,
        in CustomerSummary buyer,
        double horizon
    )
    {
        var chances = ChancesOf(purchases, buyer, horizon);
        var sums = new SumsOfPurchases(chances, spend, buyer);
        return new(
            CountAt(chances, Tail),
            CountAt(chances, 1 - Tail),
            sums.AmountAt(Tail),
            sums.AmountAt(1 - Tail)
        );
    }

    /// <summary>The probability of exactly 0, 1, 2, … purchases, until hardly anything is left.</summary>
    internal static IReadOnlyList<double> ChancesOf(
        BgNbdModel model,
        in CustomerSummary buyer,
        double horizon
    )
    {
        var alive = model.ProbabilityAlive(buyer);
        var here = model.OfOneAlive(buyer.RepeatPurchases, buyer.ObservedAge);
        var chances = new List<double> { 1 - alive + alive * here.ProbabilityOfPurchases(0, horizon) };
        for (var left = 1 - chances[0]; left > Unseen && chances.Count < MostCounted; left -= chances[^1])
            chances.Add(alive * here.ProbabilityOfPurchases(chances.Count, horizon));
        return chances;
    }

    private static int CountAt(IReadOnlyList<double> chances, double share)
    {
        var below = 0.0;
        for (var n = 0; n < chances.Count; n++)
        {
            below += chances[n];
            if (below >= share)
                return n;
        }
        return chances.Count - 1;
    }

    /// <summary>
    /// The sum of n purchases of a Gamma-Gamma buyer over that sum plus γ + x m̄ is Beta(p n, p x + q); the number of
    /// purchases mixes these.
    /// </summary>
    private sealed class SumsOfPurchases
    {
        private readonly IReadOnlyList<double> _chances;
        private readonly double _p;
        private readonly double _q;
        private readonly double _scale;

        public SumsOfPurchases(IReadOnlyList<double> chances, GammaGammaModel spend, in CustomerSummary buyer)
        {
            var (p, q, v) = spend.Parameters;
            var (x, m) = buyer.MeanRepeatSpend > 0 ? (buyer.RepeatPurchases, buyer.MeanRepeatSpend) : (0, 0);
            (_chances, _p, _q, _scale) = (chances, p, p * x + q, v + x * m);
        }

        public double AmountAt(double share)
        {
            if (_chances[0] >= share)
                return 0;
            var (low, high) = (0.0, _scale);
            while (AtMost(high) < share && high < 1e12 * _scale)
                (low, high) = (high, high * 2);
            for (var step = 0; step < 60 && high - low > 1e-9 * high; step++)
            {
                var middle = (low + high) / 2;
                (low, high) = AtMost(middle) < share ? (middle, high) : (low, middle);
            }
            return high;
        }

        private double AtMost(double amount)
        {
            var part = amount / (amount + _scale);
            var sum = _chances[0];
            for (var n = 1; n < _chances.Count; n++)
            {
                if (_chances[n] > 1e-12)
                    sum += _chances[n] * IncompleteBeta.Regularized(_p * n, _q, part);
            }
            return sum;
        }
    }
}
