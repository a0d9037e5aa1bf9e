using System.Runtime.InteropServices;
using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Features.Analytics.Lifetime;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>
/// Adds up what fitted models expect of each cohort's members, beyond the days for which each has been watched.
/// Histories are rounded to weeks first: a forecast is not known to a day.
/// </summary>
internal static class CohortForecaster
{
    public static IReadOnlyList<CohortForecast> Make(
        PurchaseDays purchases,
        BuyerModels models,
        CohortPeriod period,
        CancellationToken cancellation
    )
    {
        var (purchaseModel, spendModel) = (
            new BgNbdModel(models.Purchases.Parameters),
            new GammaGammaModel(models.Spend.Parameters)
        );
        var forecasts = new List<CohortForecast>();
        foreach (var (cohort, groups) in Grouped(purchases, period))
        {
            var expected = new double[CohortForecast.At.Count];
            foreach (var (history, (count, spend)) in groups)
            {
                cancellation.ThrowIfCancellationRequested();
                var worth = spendModel.ExpectedSpend(history with { MeanRepeatSpend = spend / count });
                for (var i = 0; i < expected.Length; i++)
                {
                    var ahead = CohortForecast.At[i] / CustomerSummaries.DaysPerWeek - history.ObservedAge;
                    if (ahead > 0)
                        expected[i] += count * worth * purchaseModel.ExpectedPurchases(history, ahead);
                }
            }
            forecasts.Add(
                new(
                    new(PeriodCalendar.FirstDayOf(cohort, period), PeriodCalendar.LastDayOf(cohort, period)),
                    expected
                )
            );
        }
        return forecasts;
    }

    // By cohort, then by rounded history: how many, and the sum of their mean spends.
    private static SortedDictionary<int, Dictionary<CustomerSummary, (int Count, double Spend)>> Grouped(
        PurchaseDays purchases,
        CohortPeriod period
    )
    {
        var cohorts = new SortedDictionary<int, Dictionary<CustomerSummary, (int Count, double Spend)>>();
        var periodOf = new Dictionary<int, int>();
        for (var buyer = 0; buyer < purchases.BuyerCount; buyer++)
        {
            if (CustomerSummaries.Of(purchases, buyer) is not { } summary)
                continue;
            var first = purchases.DaysOf(buyer)[0];
            if (!periodOf.TryGetValue(first, out var cohort))
                periodOf[first] = cohort = PeriodCalendar.IndexOf(new(first), period);
            if (!cohorts.TryGetValue(cohort, out var groups))
                cohorts[cohort] = groups = [];
            var spend = Math.Max(summary.MeanRepeatSpend, 0);
            var last = summary.RepeatPurchases == 0 ? 0 : Math.Max(Math.Round(summary.LastPurchaseAge), 0.5);
            // A flag, not a spend: who says nothing of spend is expected to spend as everybody does.
            var history = new CustomerSummary(
                summary.RepeatPurchases,
                last,
                Math.Max(Math.Round(summary.ObservedAge), last),
                spend > 0 ? 1 : 0
            );
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, history, out _);
            group = (group.Count + 1, group.Spend + spend);
        }
        return cohorts;
    }
}
