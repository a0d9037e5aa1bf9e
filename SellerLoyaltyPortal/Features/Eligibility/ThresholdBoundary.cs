namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>Whether a total of exactly the threshold qualifies.</summary>
public enum ThresholdBoundary
{
    /// <summary>It does: sum ≥ threshold.</summary>
    AtLeast,

    /// <summary>It does not: sum &gt; threshold.</summary>
    Above,
}
