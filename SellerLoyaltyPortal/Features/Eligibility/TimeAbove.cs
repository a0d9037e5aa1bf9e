using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>
/// On how many dates of a range buyers qualify. It only changes on days on which something enters the window
/// or leaves it, so that is where the sum is looked at.
/// </summary>
public static class TimeAbove
{
    /// <returns>By buyer ordinal: as-of dates in the range, both ends included, on which they qualify.</returns>
    public static int[] DaysOfAll(
        PurchaseColumns columns,
        EligibilityRule rule,
        Money threshold,
        DayRange range
    )
    {
        var days = new int[columns.BuyerCount];
        var lines = new RuleLines(columns, rule);
        var shares = (days.Length >> 14) + 1;
        WorkShares.Run(
            shares,
            share =>
            {
                var (from, to) = WorkShares.Bounds(days.Length, shares, share);
                for (var buyer = from; buyer < to; buyer++)
                {
                    var sum = 0;
                    Walk(lines.Of(buyer), rule, threshold, range, period => sum += period.Length);
                    days[buyer] = sum;
                }
            }
        );
        return days;
    }

    /// <returns>The stretches of dates in the range on which one buyer qualifies, earliest first.</returns>
    public static IReadOnlyList<DayRange> PeriodsOf(
        PurchaseColumns columns,
        EligibilityRule rule,
        Money threshold,
        DayRange range,
        int buyer
    )
    {
        var periods = new List<DayRange>();
        Walk(
            new RuleLines(columns, rule).Of(buyer),
            rule,
            threshold,
            range,
            period =>
            {
                // A stretch that goes on after a purchase is one stretch.
                if (periods.Count > 0 && periods[^1].Last + 1 == period.First)
                    periods[^1] = periods[^1] with { Last = period.Last };
                else
                    periods.Add(period);
            }
        );
        return periods;
    }

    private static void Walk(
        RuleLines.Slice entries,
        EligibilityRule rule,
        Money threshold,
        DayRange range,
        Action<DayRange> qualifies
    )
    {
        var (entered, left, sum) = (0, 0, Money.Zero);
        while (left < entries.Count)
        {
            var enters = entered < entries.Count ? entries.DayAt(entered) : long.MaxValue;
            var leaves = (long)entries.DayAt(left) + rule.WindowDays;
            var day = Math.Min(enters, leaves);
            if (day > range.Last.Value)
                return;
            while (entered < entries.Count && entries.DayAt(entered) == day)
                sum += new Money(entries.AmountAt(entered++));
            while (left < entered && (long)entries.DayAt(left) + rule.WindowDays == day)
                sum -= new Money(entries.AmountAt(left++));
            if (left == entered || !rule.Qualifies(sum, threshold))
                continue;
            // Until the day before the next change.
            var next = Math.Min(
                entered < entries.Count ? entries.DayAt(entered) : long.MaxValue,
                (long)entries.DayAt(left) + rule.WindowDays
            );
            var first = Math.Max(day, range.First.Value);
            var last = Math.Min(next - 1, range.Last.Value);
            if (first <= last)
                qualifies(new(new((int)first), new((int)last)));
        }
    }
}
