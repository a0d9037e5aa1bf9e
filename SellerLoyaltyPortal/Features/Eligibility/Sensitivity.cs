using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>The same threshold under every price base and return rule.</summary>
public static class Sensitivity
{
    /// <summary>What a snapshot has to carry for it.</summary>
    public const PurchaseColumnSet Needs = PurchaseColumnSet.AllPrices;

    /// <param name="columns">A snapshot with all three price bases.</param>
    /// <param name="rule">Its window, boundary and treatment of discounted purchases hold in every cell.</param>
    /// <param name="asOf">The last day of the window.</param>
    /// <param name="threshold">By the rule's boundary.</param>
    /// <returns>Six cells, by price base, then return rule.</returns>
    /// <exception cref="InvalidOperationException">The snapshot lacks a price base.</exception>
    public static IReadOnlyList<SensitivityCell> Of(
        PurchaseColumns columns,
        EligibilityRule rule,
        DayNumber asOf,
        Money threshold
    )
    {
        var cells = new List<SensitivityCell>(6);
        foreach (var priceBase in Enum.GetValues<PriceBase>())
        {
            foreach (var returnRule in Enum.GetValues<ReturnRule>())
            {
                var varied = rule with { PriceBase = priceBase, ReturnRule = returnRule };
                var totals = BuyerTotalsCalculator.Calculate(columns, varied, asOf);
                var (buyers, revenue) = totals.At(threshold);
                cells.Add(new(priceBase, returnRule, buyers, revenue, totals.BuyerCount, totals.Revenue));
            }
        }
        return cells;
    }
}
