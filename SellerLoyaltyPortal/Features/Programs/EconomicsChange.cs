using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>Who changed what a seller says of their costs, when, and what was before and after.</summary>
public sealed class EconomicsChange : ISellerOwned, IWriteOnce
{
    public long Id { get; private set; }

    public SellerId SellerId { get; set; }

    public required EconomicsChangeKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid By { get; init; }

    /// <summary>Null where nothing had been said before.</summary>
    public string? BeforeJson { get; init; }

    public string? AfterJson { get; init; }
}
