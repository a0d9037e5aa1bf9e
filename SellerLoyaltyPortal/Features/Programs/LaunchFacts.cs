using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>What was frozen when a program became active; see <see cref="LaunchSnapshot"/>.</summary>
public sealed record LaunchFacts(
    DayNumber AsOf,
    long LedgerSequence,
    DateTimeOffset TakenAt,
    Mechanic Mechanic,
    int Buyers,
    int Qualified,
    Money Revenue,
    Money QualifiedRevenue
);
