using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>Tells of single buyers how long they still qualify; <see cref="RollOff"/> asks for all at once.</summary>
public sealed class QualifyingUntil(BuyerTotals totals, Money threshold)
{
    private readonly RuleLines _lines = new(totals.Columns, totals.Rule);

    /// <summary>The last day on which the buyer still qualifies with no further purchase.</summary>
    /// <param name="buyer">Ordinal of one who qualifies on the totals' date.</param>
    public DayNumber Of(int buyer)
    {
        var (rule, asOf) = (totals.Rule, totals.AsOf.Value);
        var entries = _lines.Of(buyer);
        var total = totals.Of(buyer);
        for (var entry = entries.FirstFrom(totals.Window.First); entry < entries.Count; )
        {
            var day = entries.DayAt(entry);
            if (day > asOf)
                break;
            for (; entry < entries.Count && entries.DayAt(entry) == day; entry++)
                total -= new Money(entries.AmountAt(entry));
            // With the last line nothing counts any more, whatever the threshold.
            var isIn = entry < entries.Count && entries.DayAt(entry) <= asOf;
            if (!isIn || !rule.Qualifies(total, threshold))
                return RollingWindow.LeavesOn(new DayNumber(day), rule.WindowDays) - 1;
        }
        throw new ArgumentException($"Buyer {buyer} does not qualify.", nameof(buyer));
    }
}
