using SellerLoyaltyPortal.Features.Analytics.History;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>The least data from which a forecast is made; below it a number would only look like one.</summary>
public static class ForecastMinimum
{
    public const int Buyers = 500;
    public const int Days = 180;
    public const int Orders = 3;
    public const int RecentDays = 30;

    /// <summary>What is missing; empty when there is enough.</summary>
    public static IReadOnlyList<ForecastShortfall> MissingFrom(PurchaseDays purchases)
    {
        var (buyers, first, last, isLoyal) = (0, int.MaxValue, int.MinValue, false);
        for (var buyer = 0; buyer < purchases.BuyerCount; buyer++)
        {
            var days = purchases.DaysOf(buyer);
            if (days.Length == 0)
                continue;
            buyers++;
            first = Math.Min(first, days[0]);
            last = Math.Max(last, days[^1]);
            isLoyal |= days.Length >= Orders;
        }
        var missing = new List<ForecastShortfall>();
        if (buyers < Buyers)
            missing.Add(ForecastShortfall.Buyers);
        if (buyers == 0 || purchases.AsOf.Value - first + 1 < Days)
            missing.Add(ForecastShortfall.History);
        if (!isLoyal)
            missing.Add(ForecastShortfall.LoyalBuyers);
        if (buyers == 0 || purchases.AsOf.Value - last > RecentDays)
            missing.Add(ForecastShortfall.RecentPurchases);
        return missing;
    }
}
