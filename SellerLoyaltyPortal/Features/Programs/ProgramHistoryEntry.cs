namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>One step of a program's life, for people.</summary>
/// <param name="Step">What was done.</param>
/// <param name="At">When.</param>
/// <param name="IsByClock">The clock took the step, nobody else.</param>
/// <param name="By">Name of the person; null for the clock, and for a person who is gone.</param>
public sealed record ProgramHistoryEntry(ProgramStep Step, DateTimeOffset At, bool IsByClock, string? By);
