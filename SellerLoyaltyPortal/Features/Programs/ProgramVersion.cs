using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>
/// The offer of a launched program from one business day on. The launch writes the first one, every edit of
/// a running program a further one. On a day the highest number whose first day has come holds.
/// </summary>
public sealed class ProgramVersion : ISellerOwned, IWriteOnce
{
    public SellerId SellerId { get; set; }

    public required long ProgramId { get; init; }

    /// <summary>1, 2, 3, … within the program.</summary>
    public required int Number { get; init; }

    /// <summary>Its first business day, from 00:00.</summary>
    public required DayNumber EffectiveFrom { get; init; }

    /// <inheritdoc cref="LoyaltyProgram.MechanicJson"/>
    public required string MechanicJson { get; init; }

    public required Guid DecidedBy { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }
}
