namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>What an import does with a file.</summary>
public enum ImportMode
{
    /// <summary>Looks at everything and stores nothing.</summary>
    Check,

    /// <summary>Stores all lines, or nothing when a row is wrong.</summary>
    AllOrNothing,

    /// <summary>Stores the good lines and leaves the wrong rows out, as the owner decided.</summary>
    GoodRows,
}
