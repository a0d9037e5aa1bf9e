using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>
/// A step in a program's life: who took it, when, and what was before and after. Never changed, and kept
/// when a draft is deleted, so it refers to the program by number only.
/// </summary>
public sealed class ProgramTransition : ISellerOwned, IWriteOnce
{
    public long Id { get; private set; }

    public SellerId SellerId { get; set; }

    public required long ProgramId { get; init; }

    public required ProgramStep Step { get; init; }

    /// <summary>Where the program stands after the step.</summary>
    public required ProgramStatus To { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null where the clock took the step.</summary>
    public Guid? By { get; init; }

    /// <summary>The program before the step as JSON; null for a new one.</summary>
    public string? BeforeJson { get; init; }

    /// <summary>The program after the step as JSON; null for a deleted one.</summary>
    public string? AfterJson { get; init; }
}
