namespace SellerLoyaltyPortal.Features.Analytics.Cohorts;

/// <summary>Whom a cell k periods after the first counts.</summary>
public enum CohortCounting
{
    /// <summary>Buyers active in exactly that period; a later cell may exceed an earlier one.</summary>
    OnPeriod,

    /// <summary>Buyers active in that period or any later one up to the as-of date.</summary>
    OnOrAfter,
}
