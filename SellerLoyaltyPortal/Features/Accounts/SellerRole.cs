namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>What a member may do at a seller; a later one may do all that an earlier one may.</summary>
public enum SellerRole
{
    /// <summary>Reads and exports everything of the seller; changes nothing.</summary>
    Analyst,

    /// <summary>Also imports purchases, launches and ends programs, manages members.</summary>
    Owner,
}
