using SellerLoyaltyPortal.Features.Analytics.Lifetime;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Lifetime;

/// <summary>
/// A buyer with a history, drawn again and again from the models' story: a rate, a chance to leave after each purchase,
/// a scale of spend; then purchase by purchase.
/// </summary>
internal sealed class DrawnBuyer(int seed, BgNbdModel purchases, GammaGammaModel spend, CustomerSummary buyer)
{
    private readonly Random _random = new(seed);

    public (int Purchases, double Spend) Next(double horizon)
    {
        var (r, alpha, a, b) = purchases.Parameters;
        var (p, q, v) = spend.Parameters;
        var x = buyer.RepeatPurchases;
        if (_random.NextDouble() >= purchases.ProbabilityAlive(buyer))
            return (0, 0);
        var rate = Gamma(r + x) / (alpha + buyer.ObservedAge);
        var (stay, leave) = (Gamma(b + x), Gamma(a));
        var chance = leave / (leave + stay);
        var scale = Gamma(p * x + q) / (v + x * buyer.MeanRepeatSpend);
        var (count, sum) = (0, 0.0);
        for (var time = Wait(rate); time <= horizon; time += Wait(rate))
        {
            count++;
            sum += Gamma(p) / scale;
            if (_random.NextDouble() < chance)
                break;
        }
        return (count, sum);
    }

    private double Wait(double rate) => -Math.Log(1 - _random.NextDouble()) / rate;

    // Marsaglia and Tsang (2000); a shape below 1 by the one above it.
    private double Gamma(double shape)
    {
        if (shape < 1)
            return Gamma(shape + 1) * Math.Pow(1 - _random.NextDouble(), 1 / shape);
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var normal =
                Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble()))
                * Math.Cos(2 * Math.PI * _random.NextDouble());
            var cube = Math.Pow(1 + c * normal, 3);
            if (
                cube > 0
                && Math.Log(1 - _random.NextDouble())
                    < normal * normal / 2 + d - d * cube + d * Math.Log(cube)
            )
                return d * cube;
        }
    }
}
