using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Architecture.Planted.Features.Eligibility;

/// <summary>The counterpart of the planted violations: a pure type that the guard must let pass.</summary>
internal static class BreaksNothing
{
    internal static Money Run(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (a, b) => a + b);
}
