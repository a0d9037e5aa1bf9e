using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics.Cohorts;

/// <summary>Counts a cohort triangle in one pass over the columns.</summary>
public static class CohortCalculator
{
    private const int BuyersWorthAShare = 1 << 14;

    /// <param name="columns">The snapshot.</param>
    /// <param name="asOf">The last day to look at.</param>
    /// <param name="period">Width of rows and columns.</param>
    /// <param name="activity">What makes a buyer active.</param>
    /// <param name="only">The buyers to count; all when null.</param>
    /// <param name="cancellation">Ends the work early with an exception.</param>
    /// <returns>A triangle without rows when nothing was bought by the as-of date.</returns>
    public static CohortTriangle Count(
        PurchaseColumns columns,
        DayNumber asOf,
        CohortPeriod period,
        CohortActivity activity = CohortActivity.Purchases,
        BuyerSet? only = null,
        CancellationToken cancellation = default
    )
    {
        if (columns.FirstDay is not { } firstDay || firstDay > asOf)
            return new(period, asOf, 0, 0, [], []);
        var first = PeriodCalendar.IndexOf(firstDay, period);
        var periods = PeriodCalendar.IndexOf(asOf, period) - first + 1;
        var on = new int[checked(periods * periods)];
        var last = new int[periods * periods];
        var all = new LineViews(columns, AnyPrice(columns.Columns));
        var periodsByView = new ushort[all.All.Count][];
        for (var view = 0; view < periodsByView.Length; view++)
            periodsByView[view] = PeriodsByDay(all.All[view], asOf, period, first);
        var purchasesOnly = activity == CohortActivity.Purchases;
        var shares = Math.Min(WorkShares.Threads * 2, columns.BuyerCount / BuyersWorthAShare + 1);
        WorkShares.Run(
            shares,
            share =>
            {
                var (from, to) = WorkShares.Bounds(columns.BuyerCount, shares, share);
                var (shareOn, shareLast) = (new int[on.Length], new int[on.Length]);
                for (var buyer = from; buyer < to; buyer++)
                {
                    if ((buyer & 0xFFFF) == 0)
                        cancellation.ThrowIfCancellationRequested();
                    if (only is not null && !only.Contains(buyer))
                        continue;
                    var lines = all.Of(buyer, out var begin, out var end);
                    Add(lines, begin, end, periodsByView[lines.Index], purchasesOnly);
                }
                lock (on)
                {
                    AddTo(shareOn, on);
                    AddTo(shareLast, last);
                }

                void Add(LineView lines, int begin, int end, ushort[] periodOf, bool isBought)
                {
                    var (row, seen) = (-1, -1);
                    var days = lines.Days;
                    for (var line = begin; line < end; line++)
                    {
                        int day = days[line];
                        if (day >= periodOf.Length)
                            break;
                        int now = periodOf[day];
                        if (now == seen || (isBought && !lines.IsPurchase(line)))
                            continue;
                        if (row < 0)
                            row = now;
                        shareOn[row * periods + now - row]++;
                        seen = now;
                    }
                    if (row >= 0)
                        shareLast[row * periods + seen - row]++;
                }
            }
        );
        return new(period, asOf, first, periods, on, last);
    }

    private static void AddTo(int[] part, int[] sum)
    {
        for (var i = 0; i < part.Length; i++)
            sum[i] += part[i];
    }

    // Any of them tells a purchase from a cancellation; a snapshot has one at least.
    private static PriceBase AnyPrice(PurchaseColumnSet columns) =>
        columns.HasFlag(PurchaseColumnSet.SellerPrice) ? PriceBase.SellerPrice
        : columns.HasFlag(PurchaseColumnSet.PricePaid) ? PriceBase.PricePaid
        : PriceBase.ListPrice;

    private static ushort[] PeriodsByDay(LineView lines, DayNumber asOf, CohortPeriod period, int first)
    {
        // Either store may begin after the as-of date.
        var days = Math.Clamp(asOf.Value - lines.FirstDay + 1, 0, ushort.MaxValue + 1);
        var periodOf = new ushort[days];
        for (var i = 0; i < days; )
        {
            var index = PeriodCalendar.IndexOf(new(lines.FirstDay + i), period);
            var end = PeriodCalendar.LastDayOf(index, period).Value - lines.FirstDay;
            for (; i <= end && i < days; i++)
                periodOf[i] = (ushort)(index - first);
        }
        return periodOf;
    }
}
