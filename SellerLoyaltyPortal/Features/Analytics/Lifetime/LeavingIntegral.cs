using System.Runtime.Intrinsics;
using SellerLoyaltyPortal.Features.Analytics.Numerics;

namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>
/// The part of the Pareto/NBD likelihood in which the buyer left at some y between the last purchase and now:
/// ∫ (α + y)^−k (β + y)^−(s+1) dy from t_x to T. The published form is a difference of two ₂F₁ that cancel;
/// the integral never does, and its derivatives are integrals of the same kind.
/// With v = ln(min(α, β) + y) the integrand has no singularity nearer than π to the real line, so panels of
/// sixteen Gauss–Legendre points give all digits.
/// </summary>
internal readonly struct LeavingIntegral
{
    // A panel is at most this long, and the integrand falls at most e^−16 within it.
    private const double LongestPanel = 4;
    private const double SteepestPanel = 16;

    private readonly double _k;
    private readonly double _s;
    private readonly double _gap;
    private readonly bool _alphaIsSmaller;

    public LeavingIntegral(double k, double alpha, double s, double beta, double last, double age)
    {
        (_k, _s) = (k, s);
        _alphaIsSmaller = alpha <= beta;
        _gap = Math.Abs(beta - alpha);
        var low = Math.Min(alpha, beta);
        (From, To) = (Math.Log(low + last), Math.Log(low + age));
        Reference = -k * Math.Log(alpha + last) - (s + 1) * Math.Log(beta + last);
    }

    public double From { get; }

    public double To { get; }

    /// <summary>Logarithm of the integrand at t_x, where it is largest: everything is counted relative to it.</summary>
    public double Reference { get; }

    /// <summary>End of the panel that begins at <paramref name="v"/>.</summary>
    public double NextEnd(double v)
    {
        var length = Math.Min(To - v, LongestPanel);
        while (length * Math.Abs(DecayAt(v + length)) > SteepestPanel)
            length /= 2;
        return v + length;
    }

    /// <summary>
    /// α + y, β + y, their logarithms, and the integrand times dy/dv relative to the reference, at four points at once.
    /// </summary>
    public (
        Vector256<double> A,
        Vector256<double> B,
        Vector256<double> LogA,
        Vector256<double> LogB,
        Vector256<double> Weight
    ) At(Vector256<double> v)
    {
        var low = Vector256.Exp(v);
        var high = low + Vector256.Create(_gap);
        var logHigh = Vector256.Log(high);
        var (a, b, logA, logB) = _alphaIsSmaller ? (low, high, v, logHigh) : (high, low, logHigh, v);
        return (
            a,
            b,
            logA,
            logB,
            low * Vector256.Exp(-_k * logA - (_s + 1) * logB - Vector256.Create(Reference))
        );
    }

    /// <summary>The integral relative to the reference.</summary>
    public double Value()
    {
        var sum = 0.0;
        for (var v = From; v < To; )
        {
            var end = NextEnd(v);
            var (middle, half) = (Vector256.Create((v + end) / 2), (end - v) / 2);
            var panel = Vector256<double>.Zero;
            for (var j = 0; j < GaussLegendre.Points; j += Vector256<double>.Count)
                panel += GaussLegendre.WeightsAt(j) * At(middle + half * GaussLegendre.NodesAt(j)).Weight;
            var part = Vector256.Sum(panel) * half;
            sum += part;
            if (IsDone(part, sum, v, end))
                break;
            v = end;
        }
        return sum;
    }

    /// <summary>Whether what follows a panel can no longer be seen in the sum.</summary>
    public bool IsDone(double panel, double sum, double from, double end) =>
        end <= from || (panel <= 1e-18 * sum && DecayAt(end) > 0);

    private double DecayAt(double v)
    {
        var low = Math.Exp(v);
        var share = low / (low + _gap);
        return _alphaIsSmaller ? _k + (_s + 1) * share - 1 : _k * share + _s;
    }
}
