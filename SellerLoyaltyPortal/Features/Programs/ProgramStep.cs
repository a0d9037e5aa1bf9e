namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>What happened in a program's life. The names are stored: they are never changed.</summary>
public enum ProgramStep
{
    /// <summary>The draft was made.</summary>
    Created,

    /// <summary>The draft was changed.</summary>
    Edited,

    /// <summary>Draft → scheduled: its first day is set.</summary>
    Launched,

    /// <summary>Scheduled → draft, before its first day began.</summary>
    Withdrawn,

    /// <summary>Scheduled → active, by the clock.</summary>
    Activated,

    /// <summary>A new version was decided; it holds from the next business day.</summary>
    Changed,

    /// <summary>The new version holds, by the clock.</summary>
    VersionTookEffect,

    /// <summary>Active → ending: its last day is set; buyers keep the discount until that day is over.</summary>
    EndDecided,

    /// <summary>Ending → ended, by the clock.</summary>
    Ended,

    /// <summary>The draft was deleted; only its history is left.</summary>
    Deleted,
}
