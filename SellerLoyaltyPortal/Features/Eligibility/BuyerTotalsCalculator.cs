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
        var totals = new long[columns.BuyerCount];
        var window = rule.WindowOn(asOf);
        var counted = columns.Lines.Counted(rule.PriceBase, rule.ReturnRule, rule.CountDiscounted);
        if (counted.TryOffsets(window.First.Value, window.Last.Value, out var from, out var span))
            Add(counted, from, span, totals);
        else
            Array.Fill(totals, BuyerTotals.None);
        return new(columns, rule, asOf, totals);
    }

    private static void Add(CountedLines lines, ushort from, ushort span, Span<long> totals)
    {
        var (starts, days, amounts) = (lines.Starts, lines.Days, lines.Amounts);
        for (var buyer = 0; buyer < totals.Length; buyer++)
        {
            var (sum, any) = (0L, false);
            for (var line = starts[buyer]; line < starts[buyer + 1]; line++)
            {
                if ((ushort)(days[line] - from) > span)
                    continue;
                sum += amounts[line];
                any = true;
            }
            totals[buyer] = any ? sum : BuyerTotals.None;
        }
    }
}
