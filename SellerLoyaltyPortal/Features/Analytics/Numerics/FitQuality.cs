namespace SellerLoyaltyPortal.Features.Analytics.Numerics;

/// <summary>What a fit says about itself beside its parameters.</summary>
/// <param name="LogLikelihood">At the parameters found.</param>
/// <param name="StandardErrors">
/// Of each parameter, from the inverse of the observed information; NaN where the data do not tell it.
/// </param>
/// <param name="LogCovariance">
/// Covariance of the logarithms of the parameters, row by row; empty unless <see cref="FitOutcome.Converged"/>.
/// </param>
/// <param name="Iterations">Newton steps taken.</param>
/// <param name="Evaluations">Passes over the data.</param>
/// <param name="Outcome">How the search ended.</param>
public sealed record FitQuality(
    double LogLikelihood,
    IReadOnlyList<double> StandardErrors,
    IReadOnlyList<double> LogCovariance,
    int Iterations,
    int Evaluations,
    FitOutcome Outcome
);
