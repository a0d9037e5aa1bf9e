using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics.Value;

/// <summary>Cumulative value of every cohort by days since the first purchase, in one pass over the columns.</summary>
public static class CohortValues
{
    private const int BuyersWorthAShare = 1 << 14;

    /// <param name="columns">The snapshot.</param>
    /// <param name="asOf">The last day to look at.</param>
    /// <param name="period">Width of the cohorts.</param>
    /// <param name="price">Which price is revenue.</param>
    /// <param name="only">The buyers to look at; all when null.</param>
    /// <param name="cancellation">Ends the work early with an exception.</param>
    /// <returns>One a period from the ledger's first purchase to the as-of date; empty when nothing was bought.</returns>
    /// <exception cref="InvalidOperationException">The snapshot was built without a price that is asked for.</exception>
    public static IReadOnlyList<CohortValue> Sum(
        PurchaseColumns columns,
        DayNumber asOf,
        CohortPeriod period,
        PriceBase price,
        BuyerSet? only = null,
        CancellationToken cancellation = default
    )
    {
        if (columns.FirstDay is not { } firstDay || firstDay > asOf)
            return [];
        var all = new LineViews(columns, price);
        var prices = all.All.Select(view => new Prices(view)).ToArray();
        var shares = Math.Min(WorkShares.Threads, columns.BuyerCount / BuyersWorthAShare + 1);
        var parts = new Gathered[shares];
        WorkShares.Run(
            shares,
            share =>
            {
                var (first, end) = WorkShares.Bounds(columns.BuyerCount, shares, share);
                parts[share] = new Gathered(firstDay, asOf, period);
                for (var buyer = first; buyer < end; buyer++)
                {
                    if ((buyer & 0xFFFF) == 0)
                        cancellation.ThrowIfCancellationRequested();
                    if (only is not null && !only.Contains(buyer))
                        continue;
                    var lines = all.Of(buyer, out var from, out var to);
                    Add(prices[lines.Index], from, to, parts[share]);
                }
            }
        );
        foreach (var part in parts[1..])
            parts[0].Add(part);
        return parts[0].ToValues();
    }

    private static void Add(Prices prices, int from, int to, Gathered cohorts)
    {
        var lines = prices.Lines;
        var first = -1;
        var byDay = default(ValueSums[]);
        for (var line = from; line < to; line++)
        {
            var day = lines.FirstDay + lines.Days[line];
            if (day > cohorts.AsOf)
                break;
            var revenue = lines.Net[line];
            if (byDay is null)
            {
                // What was cancelled before the first purchase that we know of belongs to none that we know of.
                if (!lines.IsPurchase(line, revenue))
                    continue;
                first = day;
                byDay = cohorts.Begin(day);
                // A cancellation of the same day may lie before it.
                while (line > from && lines.FirstDay + lines.Days[line - 1] == day)
                    line--;
                revenue = lines.Net[line];
            }
            byDay[day - first] += prices.Of(line, revenue);
        }
    }

    private sealed class Prices(LineView lines)
    {
        private readonly AmountColumn _paid = lines.Store.AmountsOf(PriceBase.PricePaid);
        private readonly AmountColumn _seller = lines.Store.AmountsOf(PriceBase.SellerPrice);
        private readonly LineStore _store = lines.Store;

        public LineView Lines => lines;

        public ValueSums Of(int line, long revenue)
        {
            var paid = _paid[line];
            return new(revenue, paid, _store.IsDiscounted(line) ? paid : 0, _seller[line]);
        }
    }

    private sealed class Gathered
    {
        private readonly CohortPeriod _period;
        private readonly int _first;
        private readonly int _fromIndex;
        private readonly int[] _cohortOf;
        private readonly ValueSums[][] _byDay;
        private readonly int[] _sizes;

        public Gathered(DayNumber first, DayNumber asOf, CohortPeriod period)
        {
            (_first, AsOf, _period) = (first.Value, asOf.Value, period);
            _fromIndex = PeriodCalendar.IndexOf(first, period);
            _byDay = new ValueSums[PeriodCalendar.IndexOf(asOf, period) - _fromIndex + 1][];
            _sizes = new int[_byDay.Length];
            _cohortOf = new int[AsOf - _first + 1];
            for (var day = 0; day < _cohortOf.Length; day++)
                _cohortOf[day] = PeriodCalendar.IndexOf(new(_first + day), period) - _fromIndex;
            for (var cohort = 0; cohort < _byDay.Length; cohort++)
            {
                var begins = PeriodCalendar.FirstDayOf(_fromIndex + cohort, period).Value;
                _byDay[cohort] = new ValueSums[AsOf - Math.Max(begins, _first) + 1];
            }
        }

        public int AsOf { get; }

        /// <summary>Counts a buyer in; their cohort's sums by days since the first purchase.</summary>
        public ValueSums[] Begin(int day)
        {
            var cohort = _cohortOf[day - _first];
            _sizes[cohort]++;
            return _byDay[cohort];
        }

        public void Add(Gathered other)
        {
            for (var cohort = 0; cohort < _byDay.Length; cohort++)
            {
                _sizes[cohort] += other._sizes[cohort];
                for (var day = 0; day < _byDay[cohort].Length; day++)
                    _byDay[cohort][day] += other._byDay[cohort][day];
            }
        }

        public IReadOnlyList<CohortValue> ToValues() =>
            [
                .. _byDay.Select(
                    (sums, cohort) =>
                    {
                        var last = PeriodCalendar.LastDayOf(_fromIndex + cohort, _period);
                        var days = new DayRange(
                            PeriodCalendar.FirstDayOf(_fromIndex + cohort, _period),
                            last
                        );
                        return new CohortValue(days, _sizes[cohort], AsOf - last.Value, sums);
                    }
                ),
            ];
    }
}
