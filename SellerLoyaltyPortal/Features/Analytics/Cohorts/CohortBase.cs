namespace SellerLoyaltyPortal.Features.Analytics.Cohorts;

/// <summary>What a cell's percentage is relative to.</summary>
public enum CohortBase
{
    /// <summary>The size of the cohort.</summary>
    First,

    /// <summary>The cell of the period before.</summary>
    Previous,
}
