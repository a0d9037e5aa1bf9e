namespace SellerLoyaltyPortal.Features.Analytics.Cohorts;

/// <summary>The calendar periods into which buyers (by first purchase) and their activity fall.</summary>
public enum CohortPeriod
{
    /// <summary>Monday to Sunday.</summary>
    Week,
    Month,
    Quarter,
}
