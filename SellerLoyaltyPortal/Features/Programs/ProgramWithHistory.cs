namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>A program and what happened to it, newest first.</summary>
public sealed record ProgramWithHistory(ProgramDetails Program, IReadOnlyList<ProgramHistoryEntry> History);
