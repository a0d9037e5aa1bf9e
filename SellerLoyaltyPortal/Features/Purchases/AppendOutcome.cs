namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>What became of one line that was given to a ledger.</summary>
public enum AppendOutcome
{
    /// <summary>The line is new.</summary>
    Added,

    /// <summary>The line was known at a lower version, which this one replaces.</summary>
    Corrected,

    /// <summary>The line was known at this version with this content, or at a higher one: nothing changed.</summary>
    AlreadyThere,

    /// <summary>The line was known at this version with another content: nothing changed.</summary>
    Conflict,
}
