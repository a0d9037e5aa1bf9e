namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>How far off the total of the hold-out period was.</summary>
public enum ForecastTrust
{
    /// <summary>At most 15 %.</summary>
    Good,

    /// <summary>At most 30 %.</summary>
    Careful,

    /// <summary>More.</summary>
    Poor,

    /// <summary>Nothing was bought in the hold-out period.</summary>
    Unknown,
}
