namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>What of a purchase is its value.</summary>
public enum ValueMeasure
{
    /// <summary>The price that was chosen.</summary>
    Revenue,

    /// <summary>What the seller keeps of it, by the seller's unit economics.</summary>
    Contribution,
}
