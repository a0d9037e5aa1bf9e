using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>Turns purchase days into what the models are fitted to. Time is in weeks: days / 7.</summary>
public static class CustomerSummaries
{
    public const double DaysPerWeek = 7;

    /// <summary>One summary a buyer with a purchase, in the order of their ordinals.</summary>
    /// <param name="purchases">Up to the as-of date or later.</param>
    /// <param name="asOf">End of observation; the purchases' own as-of date when null.</param>
    /// <param name="daysPerUnit">Days in the model's unit of time.</param>
    public static (CustomerSummary[] Summaries, int[] Buyers) From(
        PurchaseDays purchases,
        DayNumber? asOf = null,
        double daysPerUnit = DaysPerWeek
    )
    {
        var end = (asOf ?? purchases.AsOf).Value;
        var summaries = new List<CustomerSummary>(purchases.BuyerCount);
        var buyers = new List<int>(purchases.BuyerCount);
        for (var buyer = 0; buyer < purchases.BuyerCount; buyer++)
        {
            if (Of(purchases, buyer, end, daysPerUnit) is not { } summary)
                continue;
            summaries.Add(summary);
            buyers.Add(buyer);
        }
        return (summaries.ToArray(), buyers.ToArray());
    }

    /// <summary>One buyer's summary; null when they had not bought anything yet.</summary>
    public static CustomerSummary? Of(
        PurchaseDays purchases,
        int buyer,
        DayNumber? asOf = null,
        double daysPerUnit = DaysPerWeek
    ) => Of(purchases, buyer, (asOf ?? purchases.AsOf).Value, daysPerUnit);

    private static CustomerSummary? Of(PurchaseDays purchases, int buyer, int end, double daysPerUnit)
    {
        var days = purchases.DaysOf(buyer);
        var amounts = purchases.AmountsOf(buyer);
        var count = 0;
        var repeatSpend = 0L;
        for (; count < days.Length && days[count] <= end; count++)
            repeatSpend += count == 0 ? 0 : amounts[count];
        if (count == 0)
            return null;
        var repeats = count - 1;
        return new(
            repeats,
            (days[repeats] - days[0]) / daysPerUnit,
            (end - days[0]) / daysPerUnit,
            repeats == 0 ? 0 : repeatSpend / (double)Money.Scale / repeats
        );
    }
}
