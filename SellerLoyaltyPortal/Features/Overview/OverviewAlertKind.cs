namespace SellerLoyaltyPortal.Features.Overview;

/// <summary>What an alert is about; the text and the page it leads to follow from it.</summary>
public enum OverviewAlertKind
{
    /// <summary>The last purchase is older than a feed should be.</summary>
    PurchasesAreOld,

    /// <summary>The unit economics are the portal's starting values, not the seller's.</summary>
    EconomicsAreDefaults,

    /// <summary>A launched program becomes active on that day.</summary>
    ProgramStarts,

    /// <summary>The program's last day.</summary>
    ProgramEnds,

    /// <summary>From that day on the program may be ended.</summary>
    MinimumLifeRunsUntil,
}
