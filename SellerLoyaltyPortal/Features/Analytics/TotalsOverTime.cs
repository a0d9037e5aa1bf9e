using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>How a buyer's total toward the threshold rose with purchases and fell as they left the window.</summary>
public static class TotalsOverTime
{
    /// <returns>One entry a day on which the total changed, ascending, up to the as-of date.</returns>
    public static IReadOnlyList<(DayNumber Day, Money Total)> Of(EligibilityExplanation explanation)
    {
        var changes = new SortedDictionary<DayNumber, Money>();
        foreach (var line in explanation.Lines)
        {
            if (line.Reason is CountReason.DiscountedNotCounted)
                continue;
            Add(line.Day, line.Net);
            Add(line.LeavesOn, -line.Net);
        }
        var totals = new List<(DayNumber, Money)>();
        var total = Money.Zero;
        foreach (var (day, change) in changes)
            totals.Add((day, total += change));
        return totals;

        void Add(DayNumber day, Money amount)
        {
            if (day <= explanation.AsOf)
                changes[day] = changes.GetValueOrDefault(day) + amount;
        }
    }
}
