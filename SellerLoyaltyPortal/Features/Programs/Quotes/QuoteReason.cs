namespace SellerLoyaltyPortal.Features.Programs.Quotes;

/// <summary>Why an item got the discount that it got.</summary>
public enum QuoteReason
{
    /// <summary>None applies.</summary>
    NoDiscount,

    /// <summary>One applies, and no other.</summary>
    OnlyOne,

    /// <summary>Of several, the one that makes the item cheapest.</summary>
    BestForBuyer,

    /// <summary>The seller's rule: loyalty before promotions.</summary>
    LoyaltyAlways,

    /// <summary>The seller's rule: a promotion keeps the loyalty discount off.</summary>
    LoyaltyNeverOverPromotion,
}
