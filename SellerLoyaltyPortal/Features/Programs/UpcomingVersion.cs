using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>A decided version of a running program that waits for its day.</summary>
/// <param name="Number">Of the version.</param>
/// <param name="From">Its first business day.</param>
/// <param name="Mechanic">What it offers.</param>
public sealed record UpcomingVersion(int Number, DayNumber From, Mechanic Mechanic);
