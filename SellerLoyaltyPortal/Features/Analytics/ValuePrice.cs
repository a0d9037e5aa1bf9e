namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>Which price is what a buyer brought.</summary>
public enum ValuePrice
{
    /// <summary>What the buyer paid: after every discount, the loyalty one included.</summary>
    Paid,

    /// <summary>After the seller's own discount.</summary>
    Seller,

    /// <summary>Before any discount.</summary>
    List,
}
