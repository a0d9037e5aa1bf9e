using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>A step in a program's life: who took it and when. Never changed.</summary>
public sealed class ProgramTransition : ISellerOwned
{
    public long Id { get; private set; }

    public SellerId SellerId { get; set; }

    public required long ProgramId { get; init; }

    public required ProgramStatus To { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null where the clock took the step.</summary>
    public Guid? By { get; init; }
}
