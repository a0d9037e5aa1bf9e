namespace SellerLoyaltyPortal.Features.Analytics.Numerics;

/// <summary>
/// Newton's method on the logarithms of the parameters, which keeps them positive. A direction in which the
/// likelihood curves up, or hardly at all, is walked by the size of its curvature instead, steps are bounded,
/// and every step must raise the likelihood (Armijo's condition): from a poor start it climbs, near the
/// maximum it doubles its digits.
/// </summary>
public static class MaximumLikelihood
{
    private const int MostIterations = 200;
    private const double LongestStep = 2;
    private const double Bound = 34;

    /// <param name="likelihood">What to maximize.</param>
    /// <param name="start">Positive; receives the parameters found.</param>
    /// <param name="cancellation">Ends the work early with an exception.</param>
    /// <exception cref="ArithmeticException">The likelihood is not finite at the start.</exception>
    public static FitQuality Maximize(
        ILogLikelihood likelihood,
        Span<double> start,
        CancellationToken cancellation = default
    )
    {
        var size = likelihood.ParameterCount;
        var here = new Point(likelihood, size);
        var trial = new Point(likelihood, size);
        for (var i = 0; i < size; i++)
            here.Log[i] = Math.Log(start[i]);
        here.Evaluate(cancellation);
        if (!double.IsFinite(here.Value))
            throw new ArithmeticException("The likelihood is not finite at the start.");
        var step = new double[size];
        var (iterations, evaluations) = (0, 1);
        var settled = false;
        while (!settled && iterations < MostIterations)
        {
            var slope = here.Direction(step);
            // Half the slope is what the step would add: below this it drowns in the rounding of the sum.
            settled = slope <= Math.Max(1e-10, 1e-13 * Math.Abs(here.Value));
            var length = 1.0;
            var improved = false;
            for (var halving = 0; halving < (settled ? 1 : 40) && !improved; halving++, length /= 2)
            {
                for (var i = 0; i < size; i++)
                    trial.Log[i] = Math.Clamp(here.Log[i] + length * step[i], -Bound, Bound);
                trial.Evaluate(cancellation);
                evaluations++;
                var wanted = settled ? -1e-12 * Math.Abs(here.Value) : 1e-4 * length * slope;
                improved = double.IsFinite(trial.Value) && trial.Value >= here.Value + wanted;
            }
            iterations++;
            if (improved)
                (here, trial) = (trial, here);
            else if (!settled)
            {
                // Rounding hides what is left to gain.
                settled = slope <= 1e-7 * (1 + Math.Abs(here.Value));
                break;
            }
        }
        for (var i = 0; i < size; i++)
            start[i] = Math.Exp(here.Log[i]);
        return here.Describe(iterations, evaluations, settled);
    }

    private sealed class Point(ILogLikelihood likelihood, int size)
    {
        private readonly double[] _parameters = new double[size];
        private readonly double[] _gradient = new double[size];
        private readonly double[] _hessian = new double[size * size];
        private readonly double[] _curvature = new double[size * size];
        private readonly double[] _vectors = new double[size * size];

        public double[] Log { get; } = new double[size];

        public double Value { get; private set; }

        // Chain rule: d/dθ = φ d/dφ for φ = exp θ.
        public void Evaluate(CancellationToken cancellation)
        {
            for (var i = 0; i < size; i++)
                _parameters[i] = Math.Exp(Log[i]);
            Value = likelihood.Evaluate(_parameters, _gradient, _hessian, cancellation);
            for (var i = 0; i < size; i++)
            {
                _gradient[i] *= _parameters[i];
                for (var j = 0; j < size; j++)
                    _hessian[i * size + j] *= _parameters[i] * _parameters[j];
                _hessian[i * size + i] += _gradient[i];
            }
        }

        /// <returns>Slope of the likelihood along the step: the Newton decrement.</returns>
        public double Direction(double[] step)
        {
            var largest = Decompose();
            Array.Clear(step);
            for (var k = 0; k < size; k++)
            {
                var along = 0.0;
                for (var i = 0; i < size; i++)
                    along += _vectors[i * size + k] * _gradient[i];
                var curve = Math.Max(Math.Abs(_curvature[k * size + k]), 1e-14 * largest);
                if (curve == 0)
                    continue;
                for (var i = 0; i < size; i++)
                    step[i] += _vectors[i * size + k] * along / curve;
            }
            var longest = 0.0;
            foreach (var s in step)
                longest = Math.Max(longest, Math.Abs(s));
            var slope = 0.0;
            for (var i = 0; i < size; i++)
            {
                if (longest > LongestStep)
                    step[i] *= LongestStep / longest;
                if (Math.Abs(Log[i]) >= Bound && Math.Sign(step[i]) == Math.Sign(Log[i]))
                    step[i] = 0;
                slope += step[i] * _gradient[i];
            }
            return slope;
        }

        public FitQuality Describe(int iterations, int evaluations, bool settled)
        {
            var largest = Decompose();
            var covariance = new double[size * size];
            var flat = new double[size];
            for (var k = 0; k < size; k++)
            {
                var curve = _curvature[k * size + k];
                // Less than this much likelihood for an e-fold change: the data are silent on the direction.
                var silent = curve <= Math.Max(1e-3, 1e-12 * largest);
                for (var i = 0; i < size; i++)
                {
                    var v = _vectors[i * size + k];
                    if (silent)
                        flat[i] = Math.Max(flat[i], Math.Abs(v));
                    for (var j = 0; j < size && !silent; j++)
                        covariance[i * size + j] += v * _vectors[j * size + k] / curve;
                }
            }
            var errors = new double[size];
            for (var i = 0; i < size; i++)
                errors[i] =
                    flat[i] > 1e-6 ? double.NaN : Math.Exp(Log[i]) * Math.Sqrt(covariance[i * size + i]);
            var isFlat = Array.Exists(flat, f => f > 0);
            var outcome =
                !settled ? FitOutcome.IterationLimit
                : isFlat ? FitOutcome.Flat
                : FitOutcome.Converged;
            IReadOnlyList<double> known = outcome == FitOutcome.Converged ? covariance : [];
            return new(Value, errors, known, iterations, evaluations, outcome);
        }

        // Of minus the Hessian; returns the largest curvature.
        private double Decompose()
        {
            for (var i = 0; i < _hessian.Length; i++)
                _curvature[i] = -_hessian[i];
            SymmetricEigen.Decompose(_curvature, _vectors, size);
            var largest = 0.0;
            for (var k = 0; k < size; k++)
                largest = Math.Max(largest, Math.Abs(_curvature[k * size + k]));
            return largest;
        }
    }
}
