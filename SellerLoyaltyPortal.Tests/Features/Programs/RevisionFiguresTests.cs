using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Features.Eligibility;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs;

public sealed class RevisionFiguresTests
{
    private static readonly DayNumber Day = DayNumber.Of(2025, 3, 1);

    [Theory]
    [InlineData(150, 10)]
    [InlineData(300, 15)]
    [InlineData(300, 5)]
    [InlineData(600, 10)]
    public void Compare_SeededLedger_EqualsTheNaiveCount(int threshold, int discount)
    {
        var lines = SeededLedgers.Lines(11);
        var figures = RevisionFigures.Of(
            SeededLedgers.Columns(lines),
            Offer(300, 10),
            Day,
            UnitEconomics.Default
        );

        var preview = figures.Compare(Offer(threshold, discount));

        var totals = NaiveEligibility.Totals(lines, EligibilityRule.Default, Day).Values;
        var (before, after) = (Money.FromUnits(300), Money.FromUnits(threshold));
        Assert.Equal(Of(totals.Where(t => t < before && t >= after)), preview.Gain);
        Assert.Equal(Of(totals.Where(t => t >= before && t >= after)), preview.Keep);
        Assert.Equal(Of(totals.Where(t => t >= before && t < after)), preview.Lose);
        Assert.Equal(totals.Count(t => t < before && t < after), preview.Others);
        Assert.Equal(totals.Count, preview.Better + preview.Worse + preview.Untouched);

        static RevisionGroup Of(IEnumerable<Money> totals)
        {
            var list = totals.ToList();
            return new(list.Count, NaiveEligibility.Sum(list));
        }
    }

    [Fact]
    public void Compare_HigherDiscount_WhoeverKeepsItGains()
    {
        var figures = Figures((1, 6_000), (2, 4_000), (3, 1_000));

        var up = figures.Compare(Offer(4_000, 15));
        var down = figures.Compare(Offer(5_000, 5));
        var same = figures.Compare(Offer(5_000, 10));

        Assert.Equal((2, 0, 1), (up.Better, up.Worse, up.Untouched));
        Assert.Equal((0, 1, 2), (down.Better, down.Worse, down.Untouched));
        Assert.Equal((0, 0, 3), (same.Better, same.Worse, same.Untouched));
        Assert.Equal(Money.Zero, same.SubsidyDifference);
    }

    [Fact]
    public void Compare_Subsidy_IsTheRateTimesWhatTheyBuyAnyway()
    {
        // d(1−k−c)+c with 25 %, 1 % and 10 %: 0.084; with 20 %: 0.158.
        var preview = Figures((1, 6_000), (2, 4_000)).Compare(Offer(4_000, 20));

        Assert.Equal(AnywayBasis.LastYear, preview.Basis);
        Assert.Equal(Money.FromDecimal(6_000 * 0.084m), preview.SubsidyBefore);
        Assert.Equal(Money.FromDecimal(10_000 * 0.158m), preview.SubsidyAfter);
    }

    [Fact]
    public void Compare_AnotherRule_CountsByItsOwn()
    {
        var columns = SeededLedgers.Columns([
            new(1, Day - 10, Money.FromUnits(6_000), Money.FromUnits(5_000), Money.FromUnits(3_000)),
        ]);
        var figures = RevisionFigures.Of(columns, Offer(5_000, 10), Day, UnitEconomics.Default);

        var preview = figures.Compare(
            Offer(5_000, 10) with
            {
                Rule = new EligibilityRule { PriceBase = PriceBase.PricePaid },
            }
        );

        Assert.Equal((0, 0, 1), (preview.Gain.Buyers, preview.Keep.Buyers, preview.Lose.Buyers));
        Assert.Equal(Money.Zero, preview.SubsidyAfter);
    }

    private static RevisionFigures Figures(params (long Buyer, int Amount)[] lines) =>
        RevisionFigures.Of(
            SeededLedgers.Columns(
                lines.Select(l => new LedgerLine(
                    l.Buyer,
                    Day - 10,
                    Money.FromUnits(l.Amount),
                    Money.FromUnits(l.Amount),
                    Money.FromUnits(l.Amount)
                ))
            ),
            Offer(5_000, 10),
            Day,
            UnitEconomics.Default
        );

    private static ThresholdDiscount Offer(int threshold, int discount) =>
        ProgramDesk.Offer(threshold, discount);
}
