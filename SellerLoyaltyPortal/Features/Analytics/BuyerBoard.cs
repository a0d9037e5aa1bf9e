using System.Text;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Features.Analytics.Rfm;
using SellerLoyaltyPortal.Features.Analytics.Work;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>
/// Every buyer of the rule's window with scores, segment, total and rhythm, on one as-of date. What takes a pass
/// over everybody (the order by a column, the groups, the concentration) is made once and kept, so that a page of a
/// million buyers costs a walk over integers.
/// </summary>
public sealed class BuyerBoard
{
    private readonly PurchaseColumns _columns;
    private readonly RfmTable _table;
    private readonly BuyerTotals _totals;
    private readonly ResultCache _matching = new(8);
    private readonly int[]?[] _orders = new int[Enum.GetValues<BuyerSort>().Length][];
    private readonly Lazy<RevenueConcentration> _concentration;
    private readonly Lazy<int[,]> _grid;
    private readonly Lazy<IReadOnlyList<(RfmSegment, int, Money)>> _segments;
    private readonly Lazy<IReadOnlyList<(BuyerRhythm, int, Money)>> _rhythms;

    private BuyerBoard(PurchaseColumns columns, RfmTable table, BuyerTotals totals)
    {
        (_columns, _table, _totals) = (columns, table, totals);
        _concentration = new(() => new(table.Money));
        _grid = new(() => table.Grid().Buyers);
        _segments = new(() => Groups<RfmSegment>(row => (int)table.SegmentOf(row)));
        _rhythms = new(() => Groups<BuyerRhythm>(row => (int)RhythmOf(row)));
    }

    public DayNumber AsOf => _totals.AsOf;

    /// <summary>The days in which orders, money and totals count.</summary>
    public DayRange Window => _totals.Window;

    public EligibilityRule Rule => _totals.Rule;

    /// <summary>Buyers with a purchase in the window.</summary>
    public int Count => _table.Count;

    /// <summary>
    /// Of all, whoever the board shows: buyers with any line that counts in the window, also those who only
    /// cancelled earlier purchases in it. Shares and thresholds count from them.
    /// </summary>
    public int InBase => _totals.BuyerCount;

    public RfmTable Table => _table;

    public RevenueConcentration Concentration => _concentration.Value;

    internal BuyerTotals Totals => _totals;

    /// <summary>Buyers in each cell of the grid, [recency − 1, frequency − 1].</summary>
    public int[,] Grid => _grid.Value;

    /// <summary>Works out what takes a pass over everybody, so that showing it does not.</summary>
    public void Prepare()
    {
        _ = (_concentration.Value, _segments.Value, _rhythms.Value, _grid.Value);
        OrderBy(BuyerSort.Total);
    }

    /// <param name="columns">The snapshot.</param>
    /// <param name="rule">What counts toward totals; its window is the board's.</param>
    /// <param name="asOf">The last day to look at.</param>
    /// <param name="cancellation">Ends the work early with an exception.</param>
    public static BuyerBoard From(
        PurchaseColumns columns,
        EligibilityRule rule,
        DayNumber asOf,
        CancellationToken cancellation
    ) =>
        new(
            columns,
            RfmCalculator.Score(columns, rule.WindowOn(asOf), rule.PriceBase, cancellation),
            BuyerTotalsCalculator.Calculate(columns, rule, asOf)
        );

    /// <summary>Some of the buyers, with the scores that they have among all.</summary>
    public BuyerBoard Only(BuyerSet buyers) => new(_columns, _table.Only(buyers), _totals);

    public BuyerPageOfRows List(BuyerQuery query)
    {
        var order = OrderBy(query.Sort);
        var rows = new List<BuyerRow>(Math.Min(query.Take, order.Length));
        if (!query.IsRestricted)
        {
            for (var i = (long)query.Skip; i < Math.Min((long)query.Skip + query.Take, order.Length); i++)
                rows.Add(RowAt(order[query.Ascending ? i : order.Length - 1 - i]));
            return new(order.Length, rows);
        }
        var matching = Matching(query);
        var passed = 0;
        for (var i = 0; i < order.Length && rows.Count < query.Take && passed < matching.Count; i++)
        {
            var row = order[query.Ascending ? i : order.Length - 1 - i];
            if (!matching.Contains(row))
                continue;
            if (passed++ >= query.Skip)
                rows.Add(RowAt(row));
        }
        return new(matching.Count, rows);
    }

    /// <summary>Everybody who matches, in the order of the query, whatever its page is: for exports.</summary>
    public IEnumerable<BuyerRow> All(BuyerQuery query) =>
        Walk(OrderBy(query.Sort), query.Ascending, query).Select(RowAt);

    /// <summary>The buyer's row; null when they bought nothing in the window.</summary>
    public BuyerRow? Find(BuyerId id) =>
        _columns.Buyers.TryFind(id, out var buyer) && _table.RowOf(buyer) is >= 0 and var row
            ? RowAt(row)
            : null;

    /// <summary>Buyers and their totals in each segment, in the order of <see cref="RfmSegment"/>.</summary>
    public IReadOnlyList<(RfmSegment Segment, int Buyers, Money Total)> Segments() => _segments.Value;

    /// <summary>Buyers and their totals by rhythm.</summary>
    public IReadOnlyList<(BuyerRhythm Rhythm, int Buyers, Money Total)> Rhythms() => _rhythms.Value;

    /// <summary>How many buyers have a total of at least <paramref name="from"/> and less than <paramref name="below"/>.</summary>
    public int CountBetween(Money from, Money? below)
    {
        var order = OrderBy(BuyerSort.Total);
        return (below is { } end ? FirstAt(order, end) : order.Length) - FirstAt(order, from);
    }

    /// <summary>How those who match stand against a threshold.</summary>
    /// <param name="query">Who; its page does not matter.</param>
    /// <param name="threshold">By the boundary of the board's rule.</param>
    /// <param name="typicalOrder">What lifts a near buyer over it.</param>
    public SegmentStanding StandingOf(BuyerQuery query, Money threshold, Money typicalOrder)
    {
        var matching = query.IsRestricted ? Matching(query) : null;
        var sum = default(SegmentStanding);
        for (var row = 0; row < Count; row++)
        {
            if (matching?.Contains(row) != false)
                sum += StandingOf(row, threshold, typicalOrder);
        }
        return sum;
    }

    /// <summary>The same of every segment, in the order of <see cref="RfmSegment"/>.</summary>
    public IReadOnlyList<SegmentStanding> StandingsBySegment(Money threshold, Money typicalOrder)
    {
        var sums = new SegmentStanding[Enum.GetValues<RfmSegment>().Length];
        for (var row = 0; row < Count; row++)
            sums[(int)_table.SegmentOf(row)] += StandingOf(row, threshold, typicalOrder);
        return sums;
    }

    private SegmentStanding StandingOf(int row, Money threshold, Money typicalOrder)
    {
        var spent = _totals.Of(_table.Buyers[row]);
        return Rule.Qualifies(spent, threshold)
            ? new(1, 1, 0, spent)
            : new(1, 0, Rule.Qualifies(spent + typicalOrder, threshold) ? 1 : 0, Money.Zero);
    }

    private IEnumerable<int> Walk(int[] order, bool ascending, BuyerQuery query)
    {
        var matching = query.IsRestricted ? Matching(query) : null;
        for (var i = 0; i < order.Length; i++)
        {
            var row = order[ascending ? i : order.Length - 1 - i];
            if (matching?.Contains(row) != false)
                yield return row;
        }
    }

    // Rows are looked at as they lie, which is several times quicker than in the order of a list; the last answers are
    // kept, since a list is asked for page by page.
    private BuyerSet Matching(BuyerQuery query)
    {
        var whom = query.Whom;
        if (_matching.TryGet<BuyerSet>(whom, out var known))
            return known;
        var idStart = IdStartOf(query);
        var found = new BuyerSet(Count, row => Matches(row, query, idStart));
        _matching.Add(whom, found);
        return found;
    }

    private int FirstAt(int[] order, Money least)
    {
        var (low, high) = (0, order.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_totals.Of(_table.Buyers[order[middle]]) < least)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private IReadOnlyList<(T Group, int Buyers, Money Total)> Groups<T>(Func<int, int> groupOf)
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
        var interval = _table.Intervals[row];
        return new(
            _columns.Buyers[buyer],
            _totals.Of(buyer),
            _table.Orders[row],
            _table.DaysSinceLastPurchase[row],
            _table.ScoresOf(row),
            _table.SegmentOf(row),
            float.IsNaN(interval) ? null : Math.Abs(interval),
            RhythmOf(row)
        );
    }

    private BuyerRhythm RhythmOf(int row)
    {
        var interval = _table.Intervals[row];
        var silence = _table.DaysSinceLastPurchase[row] / interval;
        return !(interval > 0) ? BuyerRhythm.None
            : silence <= 1.5f ? BuyerRhythm.OnTime
            : silence <= 3 ? BuyerRhythm.AtRisk
            : BuyerRhythm.Silent;
    }

    private static byte[] IdStartOf(BuyerQuery query) => Encoding.UTF8.GetBytes(query.IdStart ?? "");

    private bool Matches(int row, BuyerQuery query, byte[] idStart)
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
        if (query.Recency is not null || query.Frequency is not null)
        {
            var (recency, frequency, _) = _table.ScoresOf(row);
            if (recency != (query.Recency ?? recency) || frequency != (query.Frequency ?? frequency))
                return false;
        }
        return idStart.Length == 0 || _columns.Buyers.IdStartsWith(_table.Buyers[row], idStart);
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
                BuyerSort.Interval => float.IsNaN(_table.Intervals[row])
                    ? -1
                    : (long)(Math.Abs(_table.Intervals[row]) * 1000),
            };
        return _orders[(int)sort] = RadixOrder.Of(keys);
    }
}
