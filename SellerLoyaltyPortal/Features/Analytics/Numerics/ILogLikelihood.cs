namespace SellerLoyaltyPortal.Features.Analytics.Numerics;

/// <summary>A log-likelihood of positive parameters, with its exact derivatives.</summary>
public interface ILogLikelihood
{
    int ParameterCount { get; }

    /// <param name="parameters">All positive.</param>
    /// <param name="gradient">Receives the first derivatives.</param>
    /// <param name="hessian">Receives the second derivatives, row by row.</param>
    /// <param name="cancellation">Ends a pass over many buyers early with an exception.</param>
    /// <returns>The log-likelihood.</returns>
    double Evaluate(
        ReadOnlySpan<double> parameters,
        Span<double> gradient,
        Span<double> hessian,
        CancellationToken cancellation = default
    );
}
