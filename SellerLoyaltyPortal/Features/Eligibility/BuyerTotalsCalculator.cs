using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>Adds up all buyers' counting lines on an as-of date.</summary>
public static class BuyerTotalsCalculator
{
    /// <summary>
    /// The totals of all buyers on <paramref name="asOf"/>, the end of the window, that day included. A date
    /// before the last purchase leaves out what was bought later; one after it means that nothing more is
    /// bought. Either way amounts are as this snapshot knows them: under
    /// <see cref="ReturnRule.OriginalDate"/> a return that came later is taken off already.
    /// </summary>
    /// <exception cref="InvalidOperationException">The snapshot was built without the rule's price base.</exception>
    public static BuyerTotals Calculate(PurchaseColumns columns, EligibilityRule rule, DayNumber asOf)
    {
        var window = rule.WindowOn(asOf);
        var counted = columns.Lines.Counted(rule.PriceBase, rule.ReturnRule, rule.CountDiscounted);
        var totals = GC.AllocateUninitializedArray<long>(columns.BuyerCount);
        if (counted.TryOffsets(window.First.Value, window.Last.Value, out var from, out var span))
        {
            var outcome = TotalsPass.Run(counted, from, span, totals);
            return new(columns, rule, asOf, totals, outcome.Buyers, new(outcome.Revenue));
        }
        Array.Fill(totals, BuyerTotals.None);
        return new(columns, rule, asOf, totals, buyerCount: 0, Money.Zero);
    }
}
