using SellerLoyaltyPortal.Features.Analytics.Numerics;

namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>
/// Log-likelihood of the BG/NBD model (Fader, Hardie and Lee 2005, equation 6), arranged so that nothing
/// overflows: the two ways a history can have come about (still a customer; left at the last purchase) meet only
/// as a sum of exponentials of their difference.
/// </summary>
public sealed class BgNbdLikelihood(HistoryGroups groups) : ILogLikelihood
{
    private readonly RisingFactorials _r = new(groups.DistinctRepeats);
    private readonly RisingFactorials _b = new(groups.DistinctRepeats);
    private readonly RisingFactorials _ab = new(groups.DistinctRepeats);

    public int ParameterCount => 4;

    public double Evaluate(
        ReadOnlySpan<double> parameters,
        Span<double> gradient,
        Span<double> hessian,
        CancellationToken cancellation = default
    )
    {
        var (r, alpha, a, b) = (parameters[0], parameters[1], parameters[2], parameters[3]);
        _r.Evaluate(r);
        _b.Evaluate(b);
        _ab.Evaluate(a + b);
        var logA = Math.Log(a);
        double value = 0;
        double gr = 0,
            gAlpha = 0,
            ga = 0,
            gb = 0;
        double rr = 0,
            rAlpha = 0,
            ra = 0,
            rb = 0,
            alphaAlpha = 0,
            alphaA = 0,
            alphaB = 0,
            aa = 0,
            ab = 0,
            bb = 0;
        for (var i = 0; i < groups.Counts.Length; i++)
        {
            if ((i & 0x3FFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            var (x, last, age, _) = groups.Histories[i];
            double n = groups.Counts[i];
            var at = groups.RepeatIndex[i];
            var k = r + x;
            var logAge = Math.Log(alpha + age);
            var inverseAge = 1 / (alpha + age);
            // ln((α + T) / α), so that nothing cancels where r and α run off together (everybody buys alike).
            var logGrowth = Precise.Log1P(age / alpha);
            // Still a customer: α^r (α + T)^−(r + x).
            var alive = -r * logGrowth - x * logAge;
            double left = 0,
                logFade = 0,
                inverseLast = 0,
                inverseB = 0;
            var sum = alive;
            if (x > 0)
            {
                inverseLast = 1 / (alpha + last);
                logFade = Precise.Log1P((age - last) * inverseLast);
                inverseB = 1 / (b + x - 1);
                // Left at the last purchase: a / (b + x − 1) ((α + T) / (α + t_x))^(r + x) times as likely.
                var gap = logA + Math.Log(inverseB) + k * logFade;
                var ratio = Math.Exp(-Math.Abs(gap));
                sum += Math.Max(gap, 0) + Precise.Log1P(ratio);
                left = gap > 0 ? 1 / (1 + ratio) : ratio / (1 + ratio);
            }
            var stays = 1 - left;
            value += n * (_r.Value[at] + _b.Value[at] - _ab.Value[at] + sum);

            // Gradient of the sum: the two ways' gradients weighted by how likely each is …
            var sr = left * logFade - logGrowth;
            var sa = left / a;
            var sb = -left * inverseB;
            gr += n * (_r.First[at] + sr);
            gAlpha +=
                n * (r * age * inverseAge / alpha - x * inverseAge + k * left * (inverseAge - inverseLast));
            ga += n * (sa - _ab.First[at]);
            gb += n * (_b.First[at] - _ab.First[at] + sb);

            // … and its second derivatives: theirs weighted, plus the spread of the gradients between the two.
            var spread = n * stays * left;
            var dr = logFade;
            var dAlpha = k * (inverseAge - inverseLast);
            var da = 1 / a;
            var db = -inverseB;
            rr += n * _r.Second[at];
            alphaAlpha +=
                n
                * (
                    -r / (alpha * alpha)
                    + k * (stays * inverseAge * inverseAge + left * inverseLast * inverseLast)
                );
            rAlpha += n * (age * inverseAge / alpha + left * (inverseAge - inverseLast));
            aa += n * (-left / (a * a) - _ab.Second[at]);
            ab -= n * _ab.Second[at];
            bb += n * (_b.Second[at] - _ab.Second[at] + left * inverseB * inverseB);
            if (x > 0)
            {
                rr += spread * dr * dr;
                rAlpha += spread * dr * dAlpha;
                ra += spread * dr * da;
                rb += spread * dr * db;
                alphaAlpha += spread * dAlpha * dAlpha;
                alphaA += spread * dAlpha * da;
                alphaB += spread * dAlpha * db;
                aa += spread * da * da;
                ab += spread * da * db;
                bb += spread * db * db;
            }
        }
        ReadOnlySpan<double> first = [gr, gAlpha, ga, gb];
        ReadOnlySpan<double> second =
        [
            rr,
            rAlpha,
            ra,
            rb,
            rAlpha,
            alphaAlpha,
            alphaA,
            alphaB,
            ra,
            alphaA,
            aa,
            ab,
            rb,
            alphaB,
            ab,
            bb,
        ];
        first.CopyTo(gradient);
        second.CopyTo(hessian);
        return value;
    }
}
