namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>Something that was done to a seller's programs or costs: who, when, and what was before and after.</summary>
public sealed record JournalEntry
{
    public required DateTimeOffset At { get; init; }

    /// <summary>What was done to a program; null where the entry is about costs.</summary>
    public ProgramStep? Step { get; init; }

    /// <summary>What of the costs was changed; null where the entry is about a program.</summary>
    public EconomicsChangeKind? Costs { get; init; }

    public long? ProgramId { get; init; }

    /// <summary>The program's name after the step, or before it was deleted.</summary>
    public string? ProgramName { get; init; }

    /// <summary>The clock took the step, nobody else.</summary>
    public required bool IsByClock { get; init; }

    /// <summary>Name of the person; null for the clock, and for a person who is gone.</summary>
    public string? By { get; init; }

    public required IReadOnlyList<ChangedField> Changes { get; init; }
}
