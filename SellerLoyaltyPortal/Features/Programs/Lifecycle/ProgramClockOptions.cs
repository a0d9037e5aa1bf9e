using System.ComponentModel.DataAnnotations;

namespace SellerLoyaltyPortal.Features.Programs.Lifecycle;

/// <summary>How the programs' clock looks at the time. Configuration section <c>ProgramClockOptions</c>.</summary>
public sealed class ProgramClockOptions
{
    /// <summary>
    /// The clock looks at least this often, so that a step is never later than this: also when somebody
    /// launches in between, or the machine's time is set.
    /// </summary>
    [Range(1, 30)]
    public int LookEverySeconds { get; set; } = 5;
}
