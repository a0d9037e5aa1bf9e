namespace SellerLoyaltyPortal.Features.Analytics.Numerics;

/// <summary>How a search for the maximum ended.</summary>
public enum FitOutcome
{
    /// <summary>A maximum: no step promises a higher likelihood, and it curves down in every direction.</summary>
    Converged,

    /// <summary>
    /// The likelihood no longer rises, but is flat in some direction or rises toward zero or infinity of a
    /// parameter: the data do not tell that parameter, and it has no standard error.
    /// </summary>
    Flat,

    /// <summary>The steps ran out first.</summary>
    IterationLimit,
}
