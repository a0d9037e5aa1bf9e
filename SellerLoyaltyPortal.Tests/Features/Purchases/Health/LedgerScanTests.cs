using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Purchases.Health;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Purchases.Health;

public sealed class LedgerScanTests
{
    private static readonly DayNumber Today = DayNumber.Of(2026, 3, 15);

    private readonly PurchaseColumnsBuilder _ledger = new();
    private int _orders;

    [Fact]
    public void Of_EmptyLedger_FindsNothing()
    {
        var scan = Scan();

        Assert.All(scan.Quality, finding => Assert.True(finding.IsGood));
        // Of currencies the lines say nothing: LoadLedgerHealth asks the imports.
        Assert.Equal(
            Enum.GetValues<QualityCheck>().Except([QualityCheck.Currencies]),
            scan.Quality.Select(f => f.Check)
        );
        Assert.Equal(LedgerScan.ShownDays, scan.Days.Count);
        Assert.All(scan.Days, day => Assert.Equal(0, day.Lines));
    }

    [Fact]
    public void Of_LinesOfTheLastDays_CountsThemByDay()
    {
        Buy("a", Today, 10);
        Buy("b", Today, 10);
        Buy("a", Today - 59, 10);
        Buy("a", Today - 60, 10);

        var days = Scan().Days;

        Assert.Equal((Today, 2L), (days[^1].Day, days[^1].Lines));
        Assert.Equal((Today - 59, 1L), (days[0].Day, days[0].Lines));
        Assert.Equal(3, days.Sum(d => d.Lines));
    }

    [Fact]
    public void Of_LineWithoutPriceAndOneOfTomorrow_FindsBoth()
    {
        Buy("a", Today, 0);
        Buy("b", Today, 10);
        Buy("b", Today + 1, 10);
        Buy("b", Today + 9, 10);

        var scan = Scan();

        var free = Of(scan, QualityCheck.WithoutPrice);
        Assert.Equal((1L, 0.25), (free.Count, free.Share));
        var future = Of(scan, QualityCheck.FutureDates);
        Assert.Equal((2L, new DayRange(Today + 1, Today + 9)), (future.Count, future.Days));
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 0)]
    [InlineData(4, 1)]
    [InlineData(30, 1)]
    public void Of_DaysBetweenTwoPurchases_AreAGapFromThree(int apart, int gaps)
    {
        Buy("a", Today - apart, 10);
        Buy("a", Today, 10);

        var finding = Of(Scan(), QualityCheck.Gaps);

        Assert.Equal(gaps, finding.Count);
        if (gaps > 0)
            Assert.Equal(new DayRange(Today - apart + 1, Today - 1), finding.Days);
    }

    [Fact]
    public void Of_FeedThatHasStopped_IsAGapUntilToday()
    {
        Buy("a", Today - 20, 10);
        Buy("a", Today - 10, 10);

        var finding = Of(Scan(), QualityCheck.Gaps);

        Assert.Equal((2L, new DayRange(Today - 9, Today)), (finding.Count, finding.Days));
    }

    [Theory]
    [InlineData(5, 95, 1)]
    [InlineData(6, 94, 2)]
    public void Of_BuyersAboveFivePercent_AreCountedAndTheLargestNamed(int small, int rest, int expected)
    {
        Buy("small", Today, small);
        Buy("large", Today, rest);
        // Over a year ago: not of this year's revenue.
        Buy("old", Today - 365, 10_000);

        var finding = Of(Scan(), QualityCheck.LargeBuyer);

        Assert.Equal(expected, finding.Count);
        Assert.Equal(new BuyerId("large"), finding.Buyer);
        Assert.Equal(rest / 100.0, finding.Share);
    }

    private static QualityFinding Of(LedgerScan scan, QualityCheck check) =>
        scan.Quality.Single(f => f.Check == check);

    private readonly Dictionary<string, long> _keys = new(StringComparer.Ordinal);

    private void Buy(string buyer, DayNumber on, int units)
    {
        if (_keys.TryAdd(buyer, _keys.Count + 1))
            _ledger.AddBuyer(_keys[buyer], new BuyerId(buyer));
        var price = Money.FromUnits(units);
        _ledger.Add(new LedgerLine(_keys[buyer], on, price, price, price, 1, 0, null, _orders++, false));
    }

    private LedgerScan Scan() => LedgerScan.Of(_ledger.Build(_orders), Today);
}
