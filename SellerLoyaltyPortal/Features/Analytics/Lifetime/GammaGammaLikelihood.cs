using SellerLoyaltyPortal.Features.Analytics.Numerics;

namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>
/// Log-likelihood of the Gamma-Gamma model (note 025, equation 1a) with exact first and second derivatives. The
/// gamma functions depend on a buyer's number of repeats only, so they are found once for each number.
/// </summary>
public sealed class GammaGammaLikelihood : ILogLikelihood
{
    private readonly (int Repeats, int From, int To)[] _runs;
    private readonly double[] _spend;
    private readonly double _sumLog;
    private readonly double _sumRepeatsLog;

    public GammaGammaLikelihood(ReadOnlySpan<CustomerSummary> buyers)
    {
        var kept = new List<(int Repeats, double Spend)>(buyers.Length);
        foreach (var buyer in buyers)
        {
            if (!double.IsFinite(buyer.MeanRepeatSpend))
                throw new ArgumentException($"No spend can be {buyer}.", nameof(buyers));
            if (buyer is { RepeatPurchases: > 0, MeanRepeatSpend: > 0 })
                kept.Add((buyer.RepeatPurchases, buyer.MeanRepeatSpend));
        }
        if (kept.Count == 0)
            throw new ArgumentException("No buyer has a repeat purchase.", nameof(buyers));
        kept.Sort();
        _spend = kept.Select(k => k.Spend).ToArray();
        var runs = new List<(int, int, int)>();
        for (var i = 0; i < kept.Count; )
        {
            var from = i;
            while (i < kept.Count && kept[i].Repeats == kept[from].Repeats)
            {
                var log = Math.Log(kept[i].Spend);
                _sumLog += log;
                _sumRepeatsLog += kept[i++].Repeats * log;
            }
            runs.Add((kept[from].Repeats, from, i));
        }
        _runs = runs.ToArray();
        MeanSpend = _spend.Average();
    }

    public int ParameterCount => 3;

    public int Buyers => _spend.Length;

    public double MeanSpend { get; }

    public double Evaluate(
        ReadOnlySpan<double> parameters,
        Span<double> gradient,
        Span<double> hessian,
        CancellationToken cancellation = default
    )
    {
        var (p, q, v) = (parameters[0], parameters[1], parameters[2]);
        double all = Buyers;
        var (logGammaQ, digammaQ, trigammaQ) = Gamma(q);
        var logV = Math.Log(v);
        var value = all * (q * logV - logGammaQ) - _sumLog + p * _sumRepeatsLog;
        double gp = _sumRepeatsLog,
            gq = all * (logV - digammaQ),
            gv = all * q / v;
        double pp = 0,
            pq = 0,
            pv = 0,
            qq = -all * trigammaQ,
            qv = all / v,
            vv = -all * q / (v * v);
        foreach (var (repeats, from, to) in _runs)
        {
            cancellation.ThrowIfCancellationRequested();
            double x = repeats,
                n = to - from;
            var px = p * x;
            var (logGammaPxq, digammaPxq, trigammaPxq) = Gamma(px + q);
            var (logGammaPx, digammaPx, trigammaPx) = Gamma(px);
            double sumLog = 0,
                sumInverse = 0,
                sumInverse2 = 0;
            for (var i = from; i < to; i++)
            {
                var total = x * _spend[i] + v;
                var inverse = 1 / total;
                sumLog += Math.Log(total);
                sumInverse += inverse;
                sumInverse2 += inverse * inverse;
            }
            value += n * (logGammaPxq - logGammaPx + px * Math.Log(x)) - (px + q) * sumLog;
            gp += x * (n * (digammaPxq - digammaPx + Math.Log(x)) - sumLog);
            gq += n * digammaPxq - sumLog;
            gv -= (px + q) * sumInverse;
            pp += x * x * n * (trigammaPxq - trigammaPx);
            pq += x * n * trigammaPxq;
            pv -= x * sumInverse;
            qq += n * trigammaPxq;
            qv -= sumInverse;
            vv += (px + q) * sumInverse2;
        }
        ReadOnlySpan<double> first = [gp, gq, gv];
        ReadOnlySpan<double> second = [pp, pq, pv, pq, qq, qv, pv, qv, vv];
        first.CopyTo(gradient);
        second.CopyTo(hessian);
        return value;
    }

    private static (double Log, double Digamma, double Trigamma) Gamma(double z) =>
        (GammaFunctions.LogGamma(z), GammaFunctions.Digamma(z), GammaFunctions.Trigamma(z));
}
