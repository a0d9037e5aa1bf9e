using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>One loyalty offer of a seller, from draft to end.</summary>
public sealed class LoyaltyProgram : ISellerOwned
{
    public const int LongestName = 120;

    public long Id { get; private set; }

    public SellerId SellerId { get; set; }

    public required string Name { get; set; }

    public ProgramStatus Status { get; set; } = ProgramStatus.Draft;

    /// <summary>The offer itself with the rule it counts by; JSON with a kind and a schema version.</summary>
    public required string MechanicJson { get; set; }

    /// <summary>First business day of the offer; null while a draft.</summary>
    public DayNumber? StartsOn { get; set; }

    /// <summary>Days that the offer lives at least, the first day counted.</summary>
    public required int MinimumLifeDays { get; set; }

    /// <summary>Last business day of the offer, once the seller has decided to end it.</summary>
    public DayNumber? LastDay { get; set; }

    public required Guid CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Grows with every change: two people can't overwrite each other unseen.</summary>
    public int Revision { get; set; }

    /// <summary>The first day that may be the last one; null while a draft.</summary>
    public DayNumber? EarliestLastDay => StartsOn + (MinimumLifeDays - 1);

    /// <summary>When the clock moves the program next; null while nothing is due.</summary>
    public DateTimeOffset? DueAt(BusinessCalendar calendar) =>
        Status switch
        {
            ProgramStatus.Draft or ProgramStatus.Ended => null,
            ProgramStatus.Scheduled => calendar.StartOf(StartsOn!.Value),
            ProgramStatus.Active => LastDay is { } last ? calendar.StartOf(last + 1) : null,
        };
}
