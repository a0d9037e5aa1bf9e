using System.Linq.Expressions;
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

    /// <summary>Number of the version that <see cref="MechanicJson"/> is; 0 for what was never launched.</summary>
    public int Version { get; set; }

    /// <summary>Number of the version that waits for its day; null where none does.</summary>
    public int? NextVersion { get; set; }

    public DayNumber? NextVersionFrom { get; set; }

    public string? NextMechanicJson { get; set; }

    /// <summary>First business day of the offer; null while a draft.</summary>
    public DayNumber? StartsOn { get; set; }

    /// <summary>Days that the offer lives at least, the first day counted.</summary>
    public required int MinimumLifeDays { get; set; }

    /// <summary>
    /// Days for which the marketplace's paid option is bound, the first day counted, as the seller's settings
    /// said at the launch; null where there was no such lock.
    /// </summary>
    public int? OptionLockDays { get; set; }

    /// <summary>Last business day of the offer, once the seller has decided to end it.</summary>
    public DayNumber? LastDay { get; set; }

    public required Guid CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Grows with every change: two people can't overwrite each other unseen.</summary>
    public int Revision { get; set; }

    /// <summary>The day on which the minimum life is over; null while a draft.</summary>
    public DayNumber? MinimumLifeEnds => StartsOn + (MinimumLifeDays - 1);

    /// <summary>The day on which the paid option's lock is over; null without one.</summary>
    public DayNumber? OptionLockEnds => StartsOn + (OptionLockDays - 1);

    /// <summary>The first day that may be the last one, both locks observed; null while a draft.</summary>
    public DayNumber? EarliestLastDay =>
        OptionLockEnds is { } option && option > MinimumLifeEnds ? option : MinimumLifeEnds;

    /// <summary>When the clock moves the program next; null while nothing is due.</summary>
    public DateTimeOffset? DueAt(BusinessCalendar calendar) =>
        Status switch
        {
            ProgramStatus.Draft or ProgramStatus.Ended => null,
            ProgramStatus.Scheduled => calendar.StartOf(StartsOn!.Value),
            ProgramStatus.Active or ProgramStatus.Ending => NextVersionFrom is { } change
                ? calendar.StartOf(change)
            : LastDay is { } last ? calendar.StartOf(last + 1)
            : null,
        };

    /// <summary>Launched and not over: a seller has one such program at a time.</summary>
    public static readonly Expression<Func<LoyaltyProgram, bool>> IsRunning = program =>
        program.Status == ProgramStatus.Scheduled
        || program.Status == ProgramStatus.Active
        || program.Status == ProgramStatus.Ending;
}
