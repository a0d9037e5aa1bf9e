namespace SellerLoyaltyPortal.Columnar;

/// <summary>The day from which a return is taken off.</summary>
public enum ReturnRule
{
    /// <summary>The day of the purchase it gives back.</summary>
    OriginalDate,

    /// <summary>The day on which it was returned.</summary>
    ReturnDate,
}
