using SellerLoyaltyPortal.Features.Analytics.History;

namespace SellerLoyaltyPortal.Features.Analytics.Retention;

/// <summary>Times from a buyer's n-th purchase to the next one.</summary>
public static class RepeatTimes
{
    /// <summary>The share of buyers who make purchase <paramref name="n"/> + 1 within so many days of purchase n.</summary>
    public static SurvivalCurve Curve(PurchaseDays purchases, int n = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var longest = 0;
        for (var buyer = 0; buyer < purchases.BuyerCount; buyer++)
        {
            var days = purchases.DaysOf(buyer);
            if (days.Length >= n)
                longest = Math.Max(longest, purchases.AsOf.Value - days[n - 1]);
        }
        var repeated = new int[longest + 1];
        var watched = new int[longest + 1];
        for (var buyer = 0; buyer < purchases.BuyerCount; buyer++)
        {
            var days = purchases.DaysOf(buyer);
            if (days.Length > n)
                repeated[days[n] - days[n - 1]]++;
            else if (days.Length == n)
                watched[purchases.AsOf.Value - days[n - 1]]++;
        }
        return SurvivalCurve.From(repeated, watched);
    }

    /// <summary>All intervals between consecutive purchases that were completed by the as-of date.</summary>
    public static RepeatIntervals Intervals(PurchaseDays purchases)
    {
        var counts = new List<long>();
        for (var buyer = 0; buyer < purchases.BuyerCount; buyer++)
        {
            var days = purchases.DaysOf(buyer);
            for (var i = 1; i < days.Length; i++)
            {
                var interval = days[i] - days[i - 1];
                while (counts.Count <= interval)
                    counts.Add(0);
                counts[interval]++;
            }
        }
        return new(counts.ToArray());
    }
}
