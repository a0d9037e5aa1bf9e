using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Features.Analytics.Rfm;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>
/// Every buyer of the last 365 days with scores, segment, total and rhythm, on one as-of date. Sorting a column is
/// done once and kept, so that a page of a million buyers costs a walk over integers.
/// </summary>
public sealed class BuyerBoard
{
    private readonly PurchaseColumns _columns;
    private readonly RfmTable _table;
    private readonly BuyerTotals _totals;
    private readonly float[] _intervals;
    private readonly int[]?[] _orders = new int[Enum.GetValues<BuyerSort>().Length][];

    private BuyerBoard(PurchaseColumns columns, RfmTable table, BuyerTotals totals, float[] intervals)
    {
        (_columns, _table, _totals, _intervals) = (columns, table, totals, intervals);
        Concentration = new(table.Money);
    }

    public DayNumber AsOf => _totals.AsOf;

    /// <summary>The days in which orders, money and totals count.</summary>
    public DayRange Window => _totals.Window;

    public EligibilityRule Rule => _totals.Rule;

    /// <summary>Buyers with a purchase in the window.</summary>
    public int Count => _table.Count;

    public RfmTable Table => _table;

    public RevenueConcentration Concentration { get; }

    /// <param name="columns">The snapshot.</param>
    /// <param name="rule">What counts toward totals; its window is the board's.</param>
    /// <param name="asOf">The last day to look at.</param>
    /// <param name="cancellation">Ends the work early with an exception.</param>
    public static BuyerBoard From(
        PurchaseColumns columns,
        EligibilityRule rule,
        DayNumber asOf,
        CancellationToken cancellation
    )
    {
        var table = RfmCalculator.Score(columns, rule.WindowOn(asOf), rule.PriceBase, cancellation);
        var totals = BuyerTotalsCalculator.Calculate(columns, rule, asOf);
        var days = PurchaseDays.From(columns, asOf, rule.PriceBase, cancellation: cancellation);
        var intervals = new float[table.Count];
        for (var row = 0; row < table.Count; row++)
        {
            var bought = days.DaysOf(table.Buyers[row]);
            var mean = bought.Length < 2 ? float.NaN : (bought[^1] - bought[0]) / (float)(bought.Length - 1);
            // Two purchase days are an interval but no rhythm: kept apart by the sign.
            intervals[row] = bought.Length == 2 ? -mean : mean;
        }
        return new(columns, table, totals, intervals);
    }

    public BuyerPageOfRows List(BuyerQuery query)
    {
        var order = OrderBy(query.Sort);
        var rows = new List<BuyerRow>(query.Take);
        var matching = 0;
        for (var i = 0; i < order.Length; i++)
        {
            var row = order[query.Ascending ? i : order.Length - 1 - i];
            if (!Matches(row, query))
                continue;
            if (matching >= query.Skip && rows.Count < query.Take)
                rows.Add(RowAt(row));
            matching++;
        }
        return new(matching, rows);
    }

    /// <summary>The buyer's row; null when they bought nothing in the window.</summary>
    public BuyerRow? Find(BuyerId id) =>
        _columns.Buyers.TryFind(id, out var buyer) && _table.RowOf(buyer) is >= 0 and var row
            ? RowAt(row)
            : null;

    /// <summary>Buyers and their totals in each segment, in the order of <see cref="RfmSegment"/>.</summary>
    public IReadOnlyList<(RfmSegment Segment, int Buyers, Money Total)> Segments() =>
        Groups<RfmSegment>(row => (int)_table.SegmentOf(row));

    /// <summary>Buyers and their totals by rhythm.</summary>
    public IReadOnlyList<(BuyerRhythm Rhythm, int Buyers, Money Total)> Rhythms() =>
        Groups<BuyerRhythm>(row => (int)RhythmOf(row));

    /// <summary>How many buyers have a total of at least <paramref name="from"/> and less than <paramref name="below"/>.</summary>
    public int CountBetween(Money from, Money? below)
    {
        var count = 0;
        for (var row = 0; row < Count; row++)
        {
            var total = _totals.Of(_table.Buyers[row]);
            count += total >= from && (below is null || total < below) ? 1 : 0;
        }
        return count;
    }

    private List<(T Group, int Buyers, Money Total)> Groups<T>(Func<int, int> groupOf)
        where T : struct, Enum
    {
        var groups = Enum.GetValues<T>();
        var (counts, money) = (new int[groups.Length], new Money[groups.Length]);
        for (var row = 0; row < Count; row++)
        {
            var group = groupOf(row);
            counts[group]++;
            money[group] += _totals.Of(_table.Buyers[row]);
        }
        return [.. groups.Select((g, i) => (g, counts[i], money[i]))];
    }

    private BuyerRow RowAt(int row)
    {
        var buyer = _table.Buyers[row];
        return new(
            _columns.Buyers[buyer],
            _totals.Of(buyer),
            _table.Orders[row],
            _table.DaysSinceLastPurchase[row],
            _table.ScoresOf(row),
            _table.SegmentOf(row),
            float.IsNaN(_intervals[row]) ? null : Math.Abs(_intervals[row]),
            RhythmOf(row)
        );
    }

    private BuyerRhythm RhythmOf(int row)
    {
        var silence = _table.DaysSinceLastPurchase[row] / _intervals[row];
        return !(_intervals[row] > 0) ? BuyerRhythm.None
            : silence <= 1.5f ? BuyerRhythm.OnTime
            : silence <= 3 ? BuyerRhythm.AtRisk
            : BuyerRhythm.Silent;
    }

    private bool Matches(int row, BuyerQuery query)
    {
        if (query.Segment is { } segment && _table.SegmentOf(row) != segment)
            return false;
        if (query.Rhythm is { } rhythm && RhythmOf(row) != rhythm)
            return false;
        if (query.AtLeast is not null || query.Below is not null)
        {
            var total = _totals.Of(_table.Buyers[row]);
            if (total < query.AtLeast || total >= query.Below)
                return false;
        }
        return string.IsNullOrEmpty(query.IdStart)
            || _columns.Buyers[_table.Buyers[row]].Value.StartsWith(query.IdStart, StringComparison.Ordinal);
    }

    // Rows ascending by the column; made on first use. Two threads may both make it: either is right.
    private int[] OrderBy(BuyerSort sort)
    {
        if (_orders[(int)sort] is { } known)
            return known;
        var keys = new long[Count];
        for (var row = 0; row < Count; row++)
            keys[row] = sort switch
            {
                BuyerSort.Total => _totals.Of(_table.Buyers[row]).TenThousandths,
                BuyerSort.Orders => _table.Orders[row],
                BuyerSort.DaysSinceLast => _table.DaysSinceLastPurchase[row],
                BuyerSort.Interval => float.IsNaN(_intervals[row])
                    ? -1
                    : (long)(Math.Abs(_intervals[row]) * 1000),
            };
        var order = new int[Count];
        for (var row = 0; row < Count; row++)
            order[row] = row;
        Array.Sort(keys, order);
        return _orders[(int)sort] = order;
    }
}
