using SellerLoyaltyPortal.Features.Analytics.Numerics;

namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>
/// What the Pareto/NBD model says of buyers once its parameters are known (Schmittlein, Morrison and Colombo 1987;
/// discounting: Fader, Hardie and Lee 2005, Journal of Marketing Research 42(4), 415–430).
/// </summary>
public sealed class ParetoNbdModel
{
    private readonly double _r;
    private readonly double _alpha;
    private readonly double _s;
    private readonly double _beta;

    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public ParetoNbdModel(ParetoNbdParameters parameters)
    {
        (_r, _alpha, _s, _beta) = parameters;
        foreach (var parameter in (ReadOnlySpan<double>)[_r, _alpha, _s, _beta])
        {
            if (!(parameter > 0) || !double.IsFinite(parameter))
                throw new ArgumentOutOfRangeException(
                    nameof(parameters),
                    parameters,
                    "Parameters are positive."
                );
        }
        Parameters = parameters;
    }

    public ParetoNbdParameters Parameters { get; }

    /// <summary>The probability that the buyer has not left for good.</summary>
    public double ProbabilityAlive(in CustomerSummary buyer)
    {
        var (x, last, age, _) = buyer;
        var k = _r + x;
        var integral = new LeavingIntegral(k, _alpha, _s, _beta, last, age);
        var alive = -k * Math.Log(_alpha + age) - _s * Math.Log(_beta + age) - integral.Reference;
        return 1 / (1 + Math.Exp(Math.Log(_s) + Math.Log(integral.Value()) - alive));
    }

    /// <summary>Purchases expected in the next <paramref name="horizon"/> from a buyer with this history.</summary>
    public double ExpectedPurchases(in CustomerSummary buyer, double horizon)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(horizon);
        var rate = (_r + buyer.RepeatPurchases) / (_alpha + buyer.ObservedAge);
        return ProbabilityAlive(buyer) * rate * ExpectedStay(_beta + buyer.ObservedAge, horizon);
    }

    /// <summary>
    /// Repeat purchases expected from a buyer of whom nothing is known in the <paramref name="age"/> after their
    /// first purchase.
    /// </summary>
    public double ExpectedPurchasesOfNewBuyer(double age)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(age);
        return _r / _alpha * ExpectedStay(_beta, age);
    }

    /// <summary>
    /// Purchases expected from now on, a purchase in t units of time counted as e^(−<paramref name="rate"/> t)
    /// (DERT, the paper's equation 2, as the integral that its Ψ stands for).
    /// </summary>
    /// <param name="buyer">The history.</param>
    /// <param name="rate">Continuous discount rate in the unit of time; positive.</param>
    /// <param name="horizon">How far to look; without end by default.</param>
    public double DiscountedPurchases(
        in CustomerSummary buyer,
        double rate,
        double horizon = double.PositiveInfinity
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate);
        ArgumentOutOfRangeException.ThrowIfNegative(horizon);
        var beta = _beta + buyer.ObservedAge;
        // Beyond 60 / rate nothing is left of a purchase in double precision.
        var to = Math.Log(beta + Math.Min(horizon, 60 / rate));
        var from = Math.Log(beta);
        var panels = (int)Math.Ceiling((to - from) / 0.5);
        var half = (to - from) / panels / 2;
        var sum = 0.0;
        for (var panel = 0; panel < panels; panel++)
        {
            for (var j = 0; j < GaussLegendre.Points; j++)
            {
                var v = from + half * (2 * panel + 1 + GaussLegendre.Nodes[j]);
                var at = Math.Exp(v);
                sum += GaussLegendre.Weights[j] * at * Math.Exp(_s * (from - v) - rate * (at - beta));
            }
        }
        var purchaseRate = (_r + buyer.RepeatPurchases) / (_alpha + buyer.ObservedAge);
        return ProbabilityAlive(buyer) * purchaseRate * sum * half;
    }

    // ∫ (β / (β + t))^s dt from 0 to the horizon; finite at s = 1.
    private double ExpectedStay(double beta, double horizon)
    {
        var log = -Precise.Log1P(horizon / beta);
        var e = _s - 1;
        return beta * (e == 0 ? -log : -Precise.ExpM1(e * log) / e);
    }
}
