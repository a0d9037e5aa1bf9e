namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>
/// A buyer's silence against their own rhythm: the mean interval between their purchases, for buyers with three
/// purchase days or more.
/// </summary>
public enum BuyerRhythm
{
    /// <summary>Fewer than three purchase days: no rhythm yet.</summary>
    None,

    /// <summary>Silent for at most 1.5 of their intervals.</summary>
    OnTime,

    /// <summary>Silent for more than 1.5 and at most 3 of their intervals.</summary>
    AtRisk,

    /// <summary>Silent for more than 3 of their intervals.</summary>
    Silent,
}
