using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Answers;

/// <summary>The offer that a seller's buyers have on a day.</summary>
/// <param name="ProgramId">Of the running program.</param>
/// <param name="Version">Number of the version that holds on the day.</param>
/// <param name="Mechanic">What it offers.</param>
/// <param name="EffectiveFrom">First day of the version.</param>
/// <param name="LastDay">
/// The last day that is known of this version: before the next one, or the program's last; null while open.
/// </param>
public sealed record EffectiveOffer(
    long ProgramId,
    int Version,
    Mechanic Mechanic,
    DayNumber EffectiveFrom,
    DayNumber? LastDay
);
