using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Health;

/// <summary>One pass over a ledger's columns for everything that its health asks of them.</summary>
internal sealed class LedgerScan
{
    /// <summary>Days that the chart shows.</summary>
    public const int ShownDays = 60;

    /// <summary>The year that gaps and shares are looked for in.</summary>
    public const int YearDays = 365;

    /// <summary>So many days without a purchase make a gap: fewer is a quiet weekend.</summary>
    public const int GapDays = 3;

    /// <summary>More than this share of a year's revenue from one buyer is a risk, or not a person.</summary>
    public const double LargeShare = 0.05;

    private readonly DayNumber _today;
    private readonly DayNumber _yearFirst;
    private readonly long[] _days = new long[YearDays];
    private long _withoutPrice;
    private (long Lines, DayNumber First, DayNumber Last) _future;
    private Money _revenue;
    private (Money Total, int Buyer) _largest = (Money.Zero, -1);
    private int _large;

    private LedgerScan(DayNumber today) => (_today, _yearFirst) = (today, today - (YearDays - 1));

    public IReadOnlyList<DayLines> Days { get; private set; } = [];

    public IReadOnlyList<QualityFinding> Quality { get; private set; } = [];

    public static LedgerScan Of(PurchaseColumns columns, DayNumber today)
    {
        var scan = new LedgerScan(today);
        var totals = new Money[columns.BuyerCount];
        for (var buyer = 0; buyer < columns.BuyerCount; buyer++)
            totals[buyer] = scan.Read(columns.LinesOf(buyer), buyer);
        scan._large = totals.Count(total => Share(total, scan._revenue) > LargeShare);
        scan.Conclude(columns);
        return scan;
    }

    // Returns what the buyer came to within the year.
    private Money Read(BuyerSlice lines, int buyer)
    {
        var total = Money.Zero;
        for (var line = 0; line < lines.Count; line++)
        {
            var day = lines.BoughtOn(line);
            if (lines.Gross(line, PriceBase.ListPrice) == Money.Zero)
                _withoutPrice++;
            if (day > _today)
            {
                var (count, first, last) = _future;
                _future =
                    count == 0
                        ? (1, day, day)
                        : (count + 1, day < first ? day : first, day > last ? day : last);
            }
            else if (day >= _yearFirst)
            {
                _days[day - _yearFirst]++;
                total += lines.Net(line, PriceBase.SellerPrice);
            }
        }
        if (total > Money.Zero)
            _revenue += total;
        if (total > _largest.Total)
            _largest = (total, buyer);
        return total;
    }

    private void Conclude(PurchaseColumns columns)
    {
        Days =
        [
            .. Enumerable
                .Range(YearDays - ShownDays, ShownDays)
                .Select(i => new DayLines(_yearFirst + i, _days[i])),
        ];
        var (gaps, longest) = Gaps(columns.FirstDay);
        Quality =
        [
            new(
                QualityCheck.WithoutPrice,
                _withoutPrice,
                Share: columns.LineCount > 0 ? (double)_withoutPrice / columns.LineCount : 0
            ),
            new(
                QualityCheck.FutureDates,
                _future.Lines,
                _future.Lines > 0 ? new DayRange(_future.First, _future.Last) : null
            ),
            new(QualityCheck.Gaps, gaps, longest),
            new(
                QualityCheck.LargeBuyer,
                _large,
                new DayRange(_yearFirst, _today),
                _largest.Buyer >= 0 ? columns.Buyers[_largest.Buyer] : null,
                Share(_largest.Total, _revenue)
            ),
        ];
    }

    // Between the first purchase and today: a feed that has stopped is a gap as well.
    private (int Count, DayRange? Longest) Gaps(DayNumber? firstDay)
    {
        var (count, longest, run) = (0, (DayRange?)null, 0);
        if (firstDay is not { } first)
            return (0, null);
        for (var i = Math.Max(0, first - _yearFirst); i <= YearDays; i++)
        {
            if (i < YearDays && _days[i] == 0)
            {
                run++;
                continue;
            }
            if (run >= GapDays)
            {
                count++;
                if (longest is not { } known || run > known.Last - known.First + 1)
                    longest = new DayRange(_yearFirst + (i - run), _yearFirst + (i - 1));
            }
            run = 0;
        }
        return (count, longest);
    }

    private static double Share(Money part, Money whole) =>
        whole > Money.Zero ? (double)part.TenThousandths / whole.TenThousandths : 0;
}
