using System.Runtime.InteropServices;

namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>
/// Purchases by BG/NBD times their worth by Gamma-Gamma. The interval of the sums joins two things: how exactly the
/// parameters are known (delta method on their logarithms) and that buyers do as they please (each one's number of
/// purchases as a negative binomial with shape r + x while alive; approximate, and small in a large sum).
/// Discounting is continuous within steps of four weeks.
/// </summary>
public sealed class SpendForecast
{
    private const double Normal95 = 1.959963984540054;
    private const double StepWeeks = 4;

    private readonly BgNbdFit _purchases;
    private readonly GammaGammaFit _spend;
    private readonly BgNbdModel _purchaseModel;
    private readonly GammaGammaModel _spendModel;

    /// <param name="purchases">Fitted in weeks.</param>
    /// <param name="spend">Fitted in currency units.</param>
    public SpendForecast(BgNbdFit purchases, GammaGammaFit spend)
    {
        (_purchases, _spend) = (purchases, spend);
        (_purchaseModel, _spendModel) = (new(purchases.Parameters), new(spend.Parameters));
    }

    public BuyerForecast Of(in CustomerSummary buyer, double weeks) =>
        new(
            _purchaseModel.ProbabilityAlive(buyer),
            _purchaseModel.ExpectedPurchases(buyer, weeks),
            _spendModel.ExpectedSpend(buyer)
        );

    /// <summary>The same with how far it may come out otherwise.</summary>
    public BuyerForecast WithRange(in CustomerSummary buyer, double weeks) =>
        Of(buyer, weeks) with
        {
            Range = BuyerRange.Of(_purchaseModel, _spendModel, buyer, weeks),
        };

    /// <param name="buyers">Everybody whose purchases are to be added up.</param>
    /// <param name="weeks">The horizon.</param>
    /// <param name="yearlyDiscount">By how much a sum a year ahead is worth less, as a fraction: 0.1 for 10 %.</param>
    /// <param name="cancellation">Ends the work early with an exception.</param>
    public ForecastTotals Sum(
        IReadOnlyList<CustomerSummary> buyers,
        double weeks,
        double yearlyDiscount,
        CancellationToken cancellation = default
    )
    {
        // What the sums are made of must be exact; how they bend with time and parameters need not be: for many
        // buyers that is taken from histories rounded to weeks, as ratios to the same sum of those.
        var bent = Grouped(buyers, buyers.Count > ParetoNbdFit.ManyGroups ? Math.Round : static age => age);
        var groups = buyers.Count > ParetoNbdFit.ManyGroups ? Single(buyers) : bent;
        var here = Totals(groups, _purchaseModel, _spendModel, weeks, cancellation);
        var whole = ReferenceEquals(bent, groups)
            ? here
            : Totals(bent, _purchaseModel, _spendModel, weeks, cancellation);
        var discounted = 0.0;
        var before = 0.0;
        for (var from = 0.0; from < weeks - 1e-9; from += StepWeeks)
        {
            var to = Math.Min(from + StepWeeks, weeks);
            var upTo =
                to < weeks ? Totals(bent, _purchaseModel, _spendModel, to, cancellation).Spend : whole.Spend;
            discounted += (upTo - before) * Math.Pow(1 + yearlyDiscount, -(from + to) / 2 / 52.1775);
            before = upTo;
        }
        discounted *= whole.Spend > 0 ? here.Spend / whole.Spend : 1;
        var (purchasesVariance, spendVariance) = (here.PurchasesVariance, here.SpendVariance);
        var isKnown = _purchases.Quality.LogCovariance.Count > 0 && _spend.Quality.LogCovariance.Count > 0;
        if (isKnown)
        {
            var (byPurchases, bySpend) = Slopes(bent, weeks, cancellation);
            purchasesVariance += Quadratic(byPurchases.AsSpan(0, 4), _purchases.Quality.LogCovariance);
            spendVariance += Quadratic(bySpend.AsSpan(0, 4), _purchases.Quality.LogCovariance);
            spendVariance += Quadratic(bySpend.AsSpan(4), _spend.Quality.LogCovariance);
        }
        return new(
            here.Alive,
            here.Purchases,
            here.Spend,
            discounted,
            isKnown ? Normal95 * Math.Sqrt(purchasesVariance) : null,
            isKnown ? Normal95 * Math.Sqrt(spendVariance) : null
        );
    }

    // Derivatives of both sums by the logarithms of r, α, a, b, p, q, γ.
    private (double[] Purchases, double[] Spend) Slopes(
        List<Group> groups,
        double weeks,
        CancellationToken cancellation
    )
    {
        const double Step = 1e-3;
        var (byPurchases, bySpend) = (new double[7], new double[7]);
        for (var i = 0; i < 7; i++)
        {
            var (up, down) = (At(i, Step), At(i, -Step));
            byPurchases[i] = (up.Purchases - down.Purchases) / (2 * Step);
            bySpend[i] = (up.Spend - down.Spend) / (2 * Step);
        }
        return (byPurchases, bySpend);

        Sums At(int parameter, double step)
        {
            double Moved(double value, int index) => index == parameter ? value * Math.Exp(step) : value;
            var (r, alpha, a, b) = _purchases.Parameters;
            var (p, q, v) = _spend.Parameters;
            return Totals(
                groups,
                new(new(Moved(r, 0), Moved(alpha, 1), Moved(a, 2), Moved(b, 3))),
                new(new(Moved(p, 4), Moved(q, 5), Moved(v, 6))),
                weeks,
                cancellation
            );
        }
    }

    private static Sums Totals(
        List<Group> groups,
        BgNbdModel purchaseModel,
        GammaGammaModel spendModel,
        double weeks,
        CancellationToken cancellation
    )
    {
        var sums = new Sums();
        var (r, p) = (purchaseModel.Parameters.R, spendModel.Parameters.P);
        var whileAlive = new ExpectationsByAge(purchaseModel, weeks);
        for (var i = 0; i < groups.Count; i++)
        {
            if ((i & 0xFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            var (history, count, meanSpend, squares) = groups[i];
            var alive = purchaseModel.ProbabilityAlive(history);
            var stays = whileAlive.Of(history);
            var expected = alive * stays;
            var variance =
                expected + expected * stays * (1 + 1 / (r + history.RepeatPurchases)) - expected * expected;
            // E[M] is linear in the buyer's own mean, so a group's mean of means will do; a variance wants squares.
            var spend = spendModel.ExpectedSpend(history with { MeanRepeatSpend = meanSpend });
            var spread = meanSpend > 0 ? squares / (meanSpend * meanSpend) : 1;
            sums.Alive += count * alive;
            sums.Purchases += count * expected;
            sums.Spend += count * expected * spend;
            sums.PurchasesVariance += count * variance;
            sums.SpendVariance += count * spend * spend * spread * (variance + expected / p);
        }
        return sums;
    }

    // Everybody by themselves: where there are many, few share a history to the day.
    private static List<Group> Single(IReadOnlyList<CustomerSummary> buyers)
    {
        var groups = new List<Group>(buyers.Count);
        foreach (var buyer in buyers)
        {
            var spend = Math.Max(buyer.MeanRepeatSpend, 0);
            groups.Add(new(buyer with { MeanRepeatSpend = 0 }, 1, spend, spend * spend));
        }
        return groups;
    }

    // Buyers of one history together, with the mean of their mean spends.
    private static List<Group> Grouped(IReadOnlyList<CustomerSummary> buyers, Func<double, double> rounded)
    {
        var groups = new Dictionary<(int, double, double, bool), (int Count, double Sum, double Squares)>();
        foreach (var buyer in buyers)
        {
            // Spend that says nothing is left out as the fit leaves it out.
            var spend = Math.Max(buyer.MeanRepeatSpend, 0);
            var last = rounded(buyer.LastPurchaseAge);
            var age = Math.Max(rounded(buyer.ObservedAge), last);
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(
                groups,
                (buyer.RepeatPurchases, last, age, spend > 0),
                out _
            );
            group = (group.Count + 1, group.Sum + spend, group.Squares + spend * spend);
        }
        return
        [
            .. groups.Select(g => new Group(
                new(g.Key.Item1, g.Key.Item2, g.Key.Item3),
                g.Value.Count,
                g.Value.Sum / g.Value.Count,
                g.Value.Squares / g.Value.Count
            )),
        ];
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

    private readonly record struct Group(
        CustomerSummary History,
        int Count,
        double MeanSpend,
        double MeanSquare
    );

    private struct Sums
    {
        public double Alive;
        public double Purchases;
        public double Spend;
        public double PurchasesVariance;
        public double SpendVariance;
    }
}
