namespace SellerLoyaltyPortal.Features.Programs.Economics;

/// <summary>Where the estimate of what buyers spend anyway comes from.</summary>
public enum AnywayBasis
{
    /// <summary>
    /// Those who would have qualified a year earlier, and what they then spent in a year without any
    /// discount: that heavy buyers spend less the year after by themselves is inside.
    /// </summary>
    YearEarlier,

    /// <summary>
    /// The ledger is too short for that: what those who qualify now spent in the last year. Likely too high,
    /// because qualifying itself means a year above the buyer's usual one.
    /// </summary>
    LastYear,
}
