using SellerLoyaltyPortal.Features.Programs.Mechanics;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>What a person asks to be saved.</summary>
/// <param name="Id">The draft to change; null for a new one.</param>
/// <param name="Revision">The revision that the person saw; null for a new one.</param>
/// <param name="Name">1 to 120 characters, trimmed before it is stored.</param>
/// <param name="Mechanic">The offer.</param>
/// <param name="MinimumLifeDays">Days that it lives at least, its first day counted.</param>
public sealed record ProgramDraft(
    long? Id,
    int? Revision,
    string Name,
    Mechanic Mechanic,
    int MinimumLifeDays
);
