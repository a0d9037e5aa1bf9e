using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>Some buyers and their totals together, before and after.</summary>
/// <param name="Buyers">Ordinals in the snapshot's buyer index, ascending.</param>
/// <param name="RevenueBefore">The sum of their totals before.</param>
/// <param name="RevenueAfter">The sum of their totals after.</param>
public sealed record QualifiedGroup(IReadOnlyList<int> Buyers, Money RevenueBefore, Money RevenueAfter)
{
    public int Count => Buyers.Count;
}
