namespace SellerLoyaltyPortal.Features.Purchases.Health;

/// <summary>What is looked for in a ledger.</summary>
public enum QualityCheck
{
    /// <summary>Lines whose list price is zero: they count nothing.</summary>
    WithoutPrice,

    /// <summary>Lines that were bought out after today.</summary>
    FutureDates,

    /// <summary>Three and more days in a row without a purchase, within the last year.</summary>
    Gaps,

    /// <summary>A buyer with more than 5 % of the last year's revenue.</summary>
    LargeBuyer,

    /// <summary>Rows in another currency than the ledger's, which were left out of stored files.</summary>
    Currencies,
}
