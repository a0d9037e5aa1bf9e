namespace SellerLoyaltyPortal.Columnar;

/// <summary>Which of a line's three prices counts toward a threshold.</summary>
public enum PriceBase
{
    /// <summary>Before any discount.</summary>
    ListPrice,

    /// <summary>After the seller's own discount: what the seller is paid from.</summary>
    SellerPrice,

    /// <summary>What the buyer paid, after discounts that the marketplace funds.</summary>
    PricePaid,
}
