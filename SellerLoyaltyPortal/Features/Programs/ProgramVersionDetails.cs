using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>A version of a program for people.</summary>
/// <param name="Number">Within the program.</param>
/// <param name="Mechanic">What it offers.</param>
/// <param name="From">Its first day.</param>
/// <param name="Until">Its last day; null while that is open, and where it never held.</param>
/// <param name="NeverHeld">Withdrawn or replaced before its first day.</param>
/// <param name="DecidedAt">When it was decided.</param>
/// <param name="By">Name of the person; null for one who is gone.</param>
public sealed record ProgramVersionDetails(
    int Number,
    Mechanic Mechanic,
    DayNumber From,
    DayNumber? Until,
    bool NeverHeld,
    DateTimeOffset DecidedAt,
    string? By
);
