using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Economics;

public sealed class AnywayCurveTests
{
    private static readonly DayNumber Day = DayNumber.Of(2026, 1, 1);

    private static LedgerLine Line(long buyer, long units) =>
        new(buyer, Day, Money.FromUnits(units), Money.FromUnits(units), Money.FromUnits(units));

    [Fact]
    public void At_SeededLedgers_IsWhatANaiveCountFinds()
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var columns = SeededLedgers.Columns(SeededLedgers.Lines(seed, buyers: 30, lines: 500));
            var rule = new EligibilityRule
            {
                WindowDays = seed % 3 == 0 ? 180 : 365,
                Boundary = seed % 2 == 0 ? ThresholdBoundary.AtLeast : ThresholdBoundary.Above,
                ReturnRule = seed % 4 == 0 ? ReturnRule.ReturnDate : ReturnRule.OriginalDate,
            };
            var asOf = SeededLedgers.FirstDay + SeededLedgers.Days;
            var curve = AnywayCurve.Of(columns, rule, asOf);
            Assert.Equal(AnywayBasis.YearEarlier, curve.Basis);
            foreach (var threshold in new[] { 1, 50, 200, 500, 5_000 }.Select(u => Money.FromUnits(u)))
            {
                var naive = Naive(columns, rule, asOf, threshold);
                var found = curve.At(threshold);
                Assert.Equal(naive, (found.Buyers, found.SpentBefore, found.Spent, found.PassedAgain!.Value));
            }
        }
    }

    [Fact]
    public void Of_HistoryShorterThanTwoYears_FallsBackToTheLastYear()
    {
        // One file alone: a year and nine days.
        var curve = AnywayCurve.Of(OnlineRetail.Columns, EligibilityRule.Default, OnlineRetail.AsOf);

        var at = curve.At(Money.FromUnits(1_000));

        Assert.Equal(AnywayBasis.LastYear, at.Basis);
        Assert.Equal(1_595, at.Buyers);
        Assert.Equal(at.SpentBefore, at.Spent);
        Assert.Null(at.PassedAgain);
        Assert.Null(at.Change);
    }

    [Theory]
    [InlineData(ThresholdBoundary.AtLeast, 1)]
    [InlineData(ThresholdBoundary.Above, 0)]
    public void At_TotalOfExactlyTheThreshold_IsInByTheBoundary(ThresholdBoundary boundary, int buyers)
    {
        var columns = SeededLedgers.Columns([Line(1, 1_000), Line(2, 999)]);
        var curve = AnywayCurve.Of(columns, new EligibilityRule { Boundary = boundary }, Day);

        Assert.Equal(buyers, curve.At(Money.FromUnits(1_000)).Buyers);
        Assert.Equal(8L * 3 * 2, curve.Bytes);
    }

    [Fact]
    public void Estimate_NobodyOrNothingBefore_HasNoShares()
    {
        var nobody = new AnywayEstimate(AnywayBasis.YearEarlier, Day, 0, Money.Zero, Money.Zero, 0);

        Assert.Null(nobody.Change);
        Assert.Null(nobody.PassedAgainShare);
    }

    [Fact]
    public void Of_EmptyLedger_IsNobody()
    {
        var at = AnywayCurve
            .Of(new PurchaseColumnsBuilder().Build(), EligibilityRule.Default, DayNumber.Of(2026, 1, 1))
            .At(Money.FromUnits(1_000));

        Assert.Equal((AnywayBasis.LastYear, 0, Money.Zero), (at.Basis, at.Buyers, at.Spent));
    }

    [Fact]
    public void At_OnlineRetailOfTwoYears_IsTheDesignsHeadline()
    {
        var curve = AnywayCurve.Of(OnlineRetailTwoYears.Columns, EligibilityRule.Default, OnlineRetail.AsOf);

        var at = curve.At(Money.FromUnits(1_000));

        Assert.Equal(DayNumber.Of(2010, 12, 9), at.CohortOn);
        Assert.Equal(1_642, at.Buyers);
        Assert.Equal(5.71, (double)at.Spent.ToDecimal() / 1e6, 0.005);
        Assert.Equal(-0.19, at.Change!.Value, 0.005);
        Assert.Equal(0.59, at.PassedAgainShare!.Value, 0.005);
        var cost = ProgramCost.Of(
            at,
            UnitMargins.Of(UnitEconomics.Default, Percent.FromWhole(10)),
            nearBuyers: 435,
            Money.FromUnits(304)
        );
        Assert.Equal(480, (double)cost.YearlySubsidy.ToDecimal() / 1e3, 0.6);
        Assert.Equal(39, (double)cost.Committed(30).ToDecimal() / 1e3, 0.5);
    }

    private static (int, Money, Money, int) Naive(
        PurchaseColumns columns,
        EligibilityRule rule,
        DayNumber asOf,
        Money threshold
    )
    {
        var (count, before, after, again) = (0, Money.Zero, Money.Zero, 0);
        for (var buyer = 0; buyer < columns.BuyerCount; buyer++)
        {
            var then = EligibilityExplanation.Of(columns, rule, asOf - 365, buyer);
            if (!then.Qualifies(threshold))
                continue;
            count++;
            before += then.Total;
            after += EligibilityExplanation.Of(columns, rule with { WindowDays = 365 }, asOf, buyer).Total;
            again += EligibilityExplanation.Of(columns, rule, asOf, buyer).Qualifies(threshold) ? 1 : 0;
        }
        return (count, before, after, again);
    }
}
