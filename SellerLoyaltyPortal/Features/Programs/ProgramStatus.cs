namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>Where a program stands in its life: only forward, one step at a time.</summary>
public enum ProgramStatus
{
    /// <summary>Being designed; buyers see nothing.</summary>
    Draft,

    /// <summary>Launched; becomes active at 00:00 of its first business day.</summary>
    Scheduled,

    /// <summary>Buyers who qualify get the discount.</summary>
    Active,

    /// <summary>Active with its last day decided; buyers keep the discount through that day.</summary>
    Ending,

    /// <summary>Over; kept for history.</summary>
    Ended,
}
