using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>The buyers one typical order away from a threshold.</summary>
public static class NearBuyers
{
    /// <param name="totals">Totals now.</param>
    /// <param name="threshold">By the boundary of the totals' rule.</param>
    /// <param name="typicalOrder">What one order adds; nobody is near with zero.</param>
    /// <returns>By what they lack, the least first; equal ones by ordinal.</returns>
    public static IReadOnlyList<NearBuyer> List(BuyerTotals totals, Money threshold, Money typicalOrder)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(typicalOrder, Money.Zero);
        var rule = totals.Rule;
        var lines = new RuleLines(totals.Columns, rule);
        var lifted = threshold - typicalOrder;
        var turns = new int[rule.WindowDays <= ushort.MaxValue ? rule.WindowDays : ushort.MaxValue];
        var near = new List<NearBuyer>();
        for (var buyer = 0; buyer < totals.Length; buyer++)
        {
            var total = totals.Of(buyer);
            if (!totals.IsInBase(buyer) || rule.Qualifies(total, threshold) || !rule.Qualifies(total, lifted))
                continue;
            // Near ends when the sum falls under the threshold less one order.
            var ends = RollOff.Follow(lines.Of(buyer), totals, lifted, total, turns);
            near.Add(new(buyer, total, rule.LeastQualifying(threshold) - total, ends == 0 ? null : ends));
        }
        near.Sort(
            static (x, y) =>
                x.Lacking.CompareTo(y.Lacking) is var byLacking and not 0
                    ? byLacking
                    : x.Ordinal.CompareTo(y.Ordinal)
        );
        return near;
    }
}
