using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Cohorts;

/// <summary>The same counts by sets of buyers, slow and obvious.</summary>
internal static class NaiveCohorts
{
    public static int Count(
        PurchaseColumns columns,
        DayNumber asOf,
        CohortPeriod period,
        int cohort,
        int k,
        CohortCounting counting
    )
    {
        var first = PeriodCalendar.IndexOf(columns.FirstDay!.Value, period);
        var count = 0;
        for (var buyer = 0; buyer < columns.BuyerCount; buyer++)
        {
            var slice = columns.LinesOf(buyer);
            var periods = Enumerable
                .Range(0, slice.Count)
                .Where(i => slice.BoughtOn(i) <= asOf)
                .Where(i => slice.Net(i, PriceBase.SellerPrice) > Money.Zero)
                .Select(i => PeriodCalendar.IndexOf(slice.BoughtOn(i), period) - first)
                .ToHashSet();
            if (periods.Count == 0 || periods.Min() != cohort)
                continue;
            count +=
                counting == CohortCounting.OnPeriod
                    ? periods.Contains(cohort + k)
                        ? 1
                        : 0
                    : periods.Any(p => p >= cohort + k)
                        ? 1
                        : 0;
        }
        return count;
    }
}
