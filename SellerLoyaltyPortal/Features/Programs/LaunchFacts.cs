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
)
{
    /// <summary>Not a number where there were no buyers.</summary>
    public double QualifiedShare => (double)Qualified / Buyers;
}
