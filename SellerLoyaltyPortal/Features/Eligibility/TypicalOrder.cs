using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>
/// The seller's typical order: the median value of the orders bought in the window. An order's value is the
/// sum of its lines at the rule's price base, less what was returned of them since; orders of zero or less
/// (cancellations that name no purchase, orders wholly returned) are no orders to be typical of. Purchases
/// with the discount count here even where they do not count toward the threshold. Of an even number, the
/// mean of the middle two, half to even at 1/10,000.
/// </summary>
public static class TypicalOrder
{
    /// <summary>What a snapshot has to carry for it.</summary>
    public static PurchaseColumnSet Needs(EligibilityRule rule) => rule.Needs | PurchaseColumnSet.Orders;

    /// <returns>The median, or null when no order in the window has a value.</returns>
    /// <exception cref="InvalidOperationException">The snapshot lacks orders or the rule's price base.</exception>
    public static Money? MedianOf(PurchaseColumns columns, EligibilityRule rule, DayNumber asOf)
    {
        var values = ValuesOf(columns, rule, asOf);
        if (values.Count == 0)
            return null;
        values.Sort();
        var (low, high) = (values[(values.Count - 1) / 2], values[values.Count / 2]);
        return new(Money.DivideHalfToEven((Int128)low + high, 2));
    }

    private static List<long> ValuesOf(PurchaseColumns columns, EligibilityRule rule, DayNumber asOf)
    {
        var window = rule.WindowOn(asOf);
        var values = new List<long>();
        var orders = new Dictionary<int, long>();
        for (var buyer = 0; buyer < columns.BuyerCount; buyer++)
        {
            var lines = columns.LinesOf(buyer);
            orders.Clear();
            for (var line = 0; line < lines.Count; line++)
            {
                if (!window.Contains(lines.BoughtOn(line)))
                    continue;
                var order = lines.Order(line);
                orders[order] =
                    orders.GetValueOrDefault(order) + lines.Net(line, rule.PriceBase).TenThousandths;
            }
            foreach (var value in orders.Values)
            {
                if (value > 0)
                    values.Add(value);
            }
        }
        return values;
    }
}
