using SellerLoyaltyPortal.Features.Analytics.Numerics;

namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>
/// What the BG/NBD model says of buyers once its parameters are known. Equation numbers are those of Fader,
/// Hardie and Lee 2005, Marketing Science 24(2).
/// </summary>
public sealed class BgNbdModel
{
    // From here on the series needs more terms than the integral needs points.
    private const double SeriesLimit = 0.97;

    private readonly double _r;
    private readonly double _alpha;
    private readonly double _a;
    private readonly double _b;

    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public BgNbdModel(BgNbdParameters parameters)
    {
        (_r, _alpha, _a, _b) = parameters;
        foreach (var parameter in (ReadOnlySpan<double>)[_r, _alpha, _a, _b])
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

    public BgNbdParameters Parameters { get; }

    /// <summary>The probability that the buyer has not left for good. 1 without repeats: nobody leaves before.</summary>
    public double ProbabilityAlive(in CustomerSummary buyer)
    {
        var (x, last, age, _) = buyer;
        if (x == 0)
            return 1;
        var odds = Math.Log(_a / (_b + x - 1)) + (_r + x) * Precise.Log1P((age - last) / (_alpha + last));
        return 1 / (1 + Math.Exp(odds));
    }

    /// <summary>
    /// Purchases expected in the next <paramref name="horizon"/> from a buyer with this history (equation 10).
    /// </summary>
    public double ExpectedPurchases(in CustomerSummary buyer, double horizon) =>
        ProbabilityAlive(buyer) * ExpectedWhileAlive(buyer.RepeatPurchases, buyer.ObservedAge, horizon);

    /// <summary>The same of a buyer who is known not to have left: when they bought last does not matter then.</summary>
    public double ExpectedWhileAlive(int repeats, double age, double horizon) =>
        ExpectedWhileAlive(_r + repeats, _alpha + age, repeats, horizon);

    /// <summary>
    /// What is known of a buyer who has not left, as a model of its own, whose new buyer is this one: rates are
    /// Gamma(r + x, α + T), probabilities to leave Beta(a, b + x).
    /// </summary>
    internal BgNbdModel OfOneAlive(int repeats, double age) =>
        new(new(_r + repeats, _alpha + age, _a, _b + repeats));

    /// <summary>
    /// Repeat purchases expected from a buyer of whom nothing is known in the <paramref name="age"/> after their
    /// first purchase (equation 9).
    /// </summary>
    public double ExpectedPurchasesOfNewBuyer(double age) => ExpectedWhileAlive(_r, _alpha, 0, age);

    /// <summary>
    /// Probability of exactly <paramref name="purchases"/> repeat purchases in the <paramref name="age"/> after
    /// the first purchase (equation 8).
    /// </summary>
    public double ProbabilityOfPurchases(int purchases, double age)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(purchases);
        ArgumentOutOfRangeException.ThrowIfNegative(age);
        var stay = Math.Exp(GammaFunctions.LogBeta(_a, _b + purchases) - GammaFunctions.LogBeta(_a, _b));
        var exactly = stay * Math.Exp(LogNegativeBinomial(purchases, age));
        if (purchases == 0)
            return exactly;
        var leave = Math.Exp(
            GammaFunctions.LogBeta(_a + 1, _b + purchases - 1) - GammaFunctions.LogBeta(_a, _b)
        );
        return exactly + leave * AtLeast(purchases, age);
    }

    // The posterior of rate and leaving probability is Gamma(shape, rate), Beta(a, b + x) while alive.
    private double ExpectedWhileAlive(double shape, double rate, int x, double horizon)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(horizon);
        if (horizon == 0)
            return 0;
        var z = horizon / (rate + horizon);
        return z < SeriesLimit ? BySeries(shape, rate, x, horizon) : ByIntegral(shape, rate, x, horizon);
    }

    /// <summary>
    /// (C / e) [1 − (1 − z)^e ₂F₁(C − shape, e; C; z)] with C = a + b + x − 1, e = a − 1: Euler's transformation
    /// of the published form, which tames large x; with e taken out of both differences nothing cancels at a = 1.
    /// </summary>
    internal double BySeries(double shape, double rate, int x, double horizon)
    {
        var z = horizon / (rate + horizon);
        var e = _a - 1;
        var c = _a + _b + x - 1;
        // C may be as small as we like, or negative, when a + b < 1 and x = 0: step over the pole at 0.
        if (c < 0.05)
            return ByIntegral(shape, rate, x, horizon);
        var excess = Hypergeometric2F1.ExcessOverB(c - shape, e, c, z);
        var log = -Precise.Log1P(horizon / rate);
        var power = e == 0 ? log : Precise.ExpM1(e * log) / e;
        return -c * (power * (1 + e * excess) + excess);
    }

    /// <summary>
    /// The same as an integral over the leaving probability p of [1 − (1 + p t / rate)^−shape] / p: nothing in
    /// it changes sign. p = 1 / (1 + e^−u), and u = w sinh s, so that points fall where the mass is.
    /// </summary>
    internal double ByIntegral(double shape, double rate, int x, double horizon)
    {
        const double Step = 1.0 / 32;
        var w = horizon / rate;
        var b = _b + x;
        var norm = GammaFunctions.LogBeta(_a, b);
        var sum = 0.0;
        for (var s = -14.0; s <= 14; s += Step)
        {
            var u = Math.PI / 2 * Math.Sinh(s);
            var logP = u < 0 ? u - Precise.Log1P(Math.Exp(u)) : -Precise.Log1P(Math.Exp(-u));
            var logQ = logP - u;
            var logDensity = _a * logP + b * logQ - norm;
            if (logDensity < -745 + 40)
                continue;
            var p = Math.Exp(logP);
            var purchases = p * w < 1e-300 ? shape * w : -Precise.ExpM1(-shape * Precise.Log1P(p * w)) / p;
            sum += Math.Exp(logDensity) * purchases * Math.Cosh(s);
        }
        return sum * Step * Math.PI / 2;
    }

    private double LogNegativeBinomial(int n, double age) =>
        GammaFunctions.LogGamma(_r + n)
        - GammaFunctions.LogGamma(_r)
        - GammaFunctions.LogGamma(n + 1)
        - _r * Precise.Log1P(age / _alpha)
        + (n == 0 ? 0 : n * Math.Log(age / (_alpha + age)));

    // P(negative binomial ≥ n): the complement of the head, or, deep in the tail, the tail itself.
    private double AtLeast(int n, double age)
    {
        var q = age / (_alpha + age);
        var term = Math.Exp(-_r * Precise.Log1P(age / _alpha));
        var head = 0.0;
        for (var j = 0; j < n; j++)
        {
            head += term;
            term *= (_r + j) / (j + 1) * q;
        }
        if (1 - head > 1e-3)
            return 1 - head;
        var tail = 0.0;
        for (var j = n; term > 1e-18 * tail * (1 - q) && j < n + 10_000_000; j++)
        {
            tail += term;
            term *= (_r + j) / (j + 1) * q;
        }
        return tail;
    }
}
