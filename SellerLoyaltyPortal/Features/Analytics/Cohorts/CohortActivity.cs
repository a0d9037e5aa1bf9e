namespace SellerLoyaltyPortal.Features.Analytics.Cohorts;

/// <summary>What makes a buyer active in a period.</summary>
public enum CohortActivity
{
    /// <summary>A purchase that was not returned in full.</summary>
    Purchases,

    /// <summary>Any line, a cancellation too: the variant that is widely published for Online Retail.</summary>
    AllLines,
}
