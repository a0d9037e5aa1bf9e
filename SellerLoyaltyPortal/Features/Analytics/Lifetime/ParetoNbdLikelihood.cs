using System.Runtime.Intrinsics;
using SellerLoyaltyPortal.Features.Analytics.Numerics;

namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>
/// Log-likelihood of the Pareto/NBD model with exact first and second derivatives: a history is a mixture of
/// "still a customer" and "left at y" for every y since the last purchase (<see cref="LeavingIntegral"/>), and
/// the logarithm of a mixture has the components' derivatives, weighted, plus their spread.
/// </summary>
public sealed class ParetoNbdLikelihood(HistoryGroups groups) : ILogLikelihood
{
    private readonly RisingFactorials _r = new(groups.DistinctRepeats);

    public int ParameterCount => 4;

    public double Evaluate(
        ReadOnlySpan<double> parameters,
        Span<double> gradient,
        Span<double> hessian,
        CancellationToken cancellation = default
    )
    {
        var (r, alpha, s, beta) = (parameters[0], parameters[1], parameters[2], parameters[3]);
        _r.Evaluate(r);
        gradient.Clear();
        hessian.Clear();
        var constant = r * Math.Log(alpha) + s * Math.Log(beta);
        var value = 0.0;
        for (var i = 0; i < groups.Counts.Length; i++)
        {
            if ((i & 0x3FFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            var (x, last, age, _) = groups.Histories[i];
            double n = groups.Counts[i];
            var at = groups.RepeatIndex[i];
            var mixture = new Mixture();
            var integral = new LeavingIntegral(r + x, alpha, s, beta, last, age);
            AddLeft(ref mixture, integral, r + x, s);
            AddAlive(ref mixture, integral, r + x, s, alpha + age, beta + age);
            value += n * (_r.Value[at] + constant + integral.Reference + Math.Log(mixture.Sum));
            mixture.AddTo(gradient, hessian, n);
            gradient[0] += n * _r.First[at];
            hessian[0] += n * _r.Second[at];
        }
        double all = groups.Buyers;
        gradient[0] += all * Math.Log(alpha);
        gradient[1] += all * r / alpha;
        gradient[2] += all * Math.Log(beta);
        gradient[3] += all * s / beta;
        hessian[1] += all / alpha;
        hessian[5] -= all * r / (alpha * alpha);
        hessian[11] += all / beta;
        hessian[15] -= all * s / (beta * beta);
        (hessian[4], hessian[8], hessian[9]) = (hessian[1], hessian[2], hessian[6]);
        (hessian[12], hessian[13], hessian[14]) = (hessian[3], hessian[7], hessian[11]);
        return value;
    }

    private static void AddLeft(ref Mixture mixture, in LeavingIntegral integral, double k, double s)
    {
        for (var v = integral.From; v < integral.To; )
        {
            var end = integral.NextEnd(v);
            var (middle, half) = ((v + end) / 2, (end - v) / 2);
            var before = mixture.Sum;
            var panel = new Panel(k, s);
            for (var j = 0; j < GaussLegendre.Points; j += Vector256<double>.Count)
            {
                var at = integral.At(Vector256.Create(middle) + half * GaussLegendre.NodesAt(j));
                panel.Add(at.Weight * GaussLegendre.WeightsAt(j), at.A, at.B, at.LogA, at.LogB);
            }
            mixture.Add(panel, s * half);
            if (integral.IsDone(mixture.Sum - before, mixture.Sum, v, end))
                break;
            v = end;
        }
    }

    private static void AddAlive(
        ref Mixture mixture,
        in LeavingIntegral integral,
        double k,
        double s,
        double a,
        double b
    )
    {
        var (logA, logB) = (Math.Log(a), Math.Log(b));
        mixture.Add(
            Math.Exp(-k * logA - s * logB - integral.Reference),
            (-logA, -k / a, -logB, -s / b),
            (-1 / a, k / (a * a), 0, -1 / b, s / (b * b))
        );
    }

    /// <summary>Sums over the components of weight, weighted gradient, and weighted Hessian plus outer product.</summary>
    private struct Mixture
    {
        private double _r;
        private double _alpha;
        private double _s;
        private double _beta;
        private double _rr;
        private double _rAlpha;
        private double _rs;
        private double _rBeta;
        private double _alphaAlpha;
        private double _alphaS;
        private double _alphaBeta;
        private double _ss;
        private double _sBeta;
        private double _betaBeta;

        public double Sum { get; private set; }

        public void Add(
            double weight,
            (double R, double Alpha, double S, double Beta) first,
            (double RAlpha, double AlphaAlpha, double Ss, double SBeta, double BetaBeta) second
        )
        {
            Sum += weight;
            var (r, alpha, s, beta) = (
                weight * first.R,
                weight * first.Alpha,
                weight * first.S,
                weight * first.Beta
            );
            _r += r;
            _alpha += alpha;
            _s += s;
            _beta += beta;
            _rr += r * first.R;
            _rAlpha += r * first.Alpha + weight * second.RAlpha;
            _rs += r * first.S;
            _rBeta += r * first.Beta;
            _alphaAlpha += alpha * first.Alpha + weight * second.AlphaAlpha;
            _alphaS += alpha * first.S;
            _alphaBeta += alpha * first.Beta;
            _ss += s * first.S + weight * second.Ss;
            _sBeta += s * first.Beta + weight * second.SBeta;
            _betaBeta += beta * first.Beta + weight * second.BetaBeta;
        }

        /// <summary>The points of a panel, each weighing <paramref name="times"/> as much as there.</summary>
        public void Add(in Panel panel, double times)
        {
            Sum += times * Vector256.Sum(panel.Sum);
            _r += times * Vector256.Sum(panel.R);
            _alpha += times * Vector256.Sum(panel.Alpha);
            _s += times * Vector256.Sum(panel.S);
            _beta += times * Vector256.Sum(panel.Beta);
            _rr += times * Vector256.Sum(panel.RR);
            _rAlpha += times * Vector256.Sum(panel.RAlpha);
            _rs += times * Vector256.Sum(panel.RS);
            _rBeta += times * Vector256.Sum(panel.RBeta);
            _alphaAlpha += times * Vector256.Sum(panel.AlphaAlpha);
            _alphaS += times * Vector256.Sum(panel.AlphaS);
            _alphaBeta += times * Vector256.Sum(panel.AlphaBeta);
            _ss += times * Vector256.Sum(panel.SS);
            _sBeta += times * Vector256.Sum(panel.SBeta);
            _betaBeta += times * Vector256.Sum(panel.BetaBeta);
        }

        // The upper triangle of the Hessian; the lower one is copied at the end.
        public readonly void AddTo(Span<double> gradient, Span<double> hessian, double times)
        {
            var (r, alpha, s, beta) = (_r / Sum, _alpha / Sum, _s / Sum, _beta / Sum);
            gradient[0] += times * r;
            gradient[1] += times * alpha;
            gradient[2] += times * s;
            gradient[3] += times * beta;
            hessian[0] += times * (_rr / Sum - r * r);
            hessian[1] += times * (_rAlpha / Sum - r * alpha);
            hessian[2] += times * (_rs / Sum - r * s);
            hessian[3] += times * (_rBeta / Sum - r * beta);
            hessian[5] += times * (_alphaAlpha / Sum - alpha * alpha);
            hessian[6] += times * (_alphaS / Sum - alpha * s);
            hessian[7] += times * (_alphaBeta / Sum - alpha * beta);
            hessian[10] += times * (_ss / Sum - s * s);
            hessian[11] += times * (_sBeta / Sum - s * beta);
            hessian[15] += times * (_betaBeta / Sum - beta * beta);
        }
    }

    /// <summary>The same sums as <see cref="Mixture"/>'s over the points of "left at y", four at a time.</summary>
    private struct Panel(double k, double s)
    {
        public Vector256<double> Sum;
        public Vector256<double> R;
        public Vector256<double> Alpha;
        public Vector256<double> S;
        public Vector256<double> Beta;
        public Vector256<double> RR;
        public Vector256<double> RAlpha;
        public Vector256<double> RS;
        public Vector256<double> RBeta;
        public Vector256<double> AlphaAlpha;
        public Vector256<double> AlphaS;
        public Vector256<double> AlphaBeta;
        public Vector256<double> SS;
        public Vector256<double> SBeta;
        public Vector256<double> BetaBeta;

        // First derivatives of ln s − k ln a − (s + 1) ln b by r, α, s, β, and the second ones that are not 0.
        public void Add(
            Vector256<double> weight,
            Vector256<double> a,
            Vector256<double> b,
            Vector256<double> logA,
            Vector256<double> logB
        )
        {
            var (u, w) = (Vector256<double>.One / a, Vector256<double>.One / b);
            var (byAlpha, byS, byBeta) = (-k * u, Vector256.Create(1 / s) - logB, -(s + 1) * w);
            var (r, alpha, stay, beta) = (-weight * logA, weight * byAlpha, weight * byS, weight * byBeta);
            Sum += weight;
            R += r;
            Alpha += alpha;
            S += stay;
            Beta += beta;
            RR -= r * logA;
            RAlpha += r * byAlpha - weight * u;
            RS += r * byS;
            RBeta += r * byBeta;
            AlphaAlpha += alpha * byAlpha - alpha * u;
            AlphaS += alpha * byS;
            AlphaBeta += alpha * byBeta;
            SS += stay * byS - weight * (1 / (s * s));
            SBeta += stay * byBeta - weight * w;
            BetaBeta += beta * byBeta - beta * w;
        }
    }
}
