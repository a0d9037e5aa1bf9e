using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility;

public sealed class NearBuyersTests
{
    [Theory]
    [InlineData(365)]
    [InlineData(60)]
    public void List_SeededLedger_TellsDistanceAndDaysLeftAsNaive(int windowDays)
    {
        var lines = SeededLedgers.Lines(81, buyers: 60, lines: 400);
        var columns = SeededLedgers.Columns(lines);
        var asOf = SeededLedgers.FirstDay + 600;
        var (threshold, order) = (Money.FromUnits(200), Money.FromUnits(90));
        foreach (var rule in NaiveEligibility.AllRules(windowDays))
        {
            var totals = BuyerTotalsCalculator.Calculate(columns, rule, asOf);
            var near = NearBuyers.List(totals, threshold, order);
            Assert.Equal(ThresholdCurve.From(totals).NearAt(threshold, order), near.Count);
            Assert.Equal(near.Select(n => n.Lacking).Order(), near.Select(n => n.Lacking));
            var entries = NaiveEligibility.Entries(lines, rule).Where(e => e.Day <= asOf).ToList();
            foreach (var buyer in near)
            {
                Assert.True(buyer.Lacking > Money.Zero && buyer.Lacking <= order);
                Assert.True(rule.Qualifies(buyer.Total + buyer.Lacking, threshold));
                Assert.False(rule.Qualifies(buyer.Total + buyer.Lacking - new Money(1), threshold));
                var ends = 1;
                while (ends <= windowDays && StillNear(asOf + ends))
                    ends++;
                Assert.Equal(ends > windowDays ? null : ends, buyer.DaysLeft);

                bool StillNear(DayNumber day)
                {
                    var mine = entries
                        .Where(e => e.BuyerKey == columns.Buyers.KeyOf(buyer.Ordinal))
                        .Where(e => e.Day > day - rule.WindowDays)
                        .Select(e => e.Amount)
                        .ToList();
                    return mine.Count > 0
                        && NaiveEligibility.Qualifies(NaiveEligibility.Sum(mine) + order, threshold, rule);
                }
            }
        }
    }

    [Fact]
    public void List_TypicalOrderBelowZero_IsRefused()
    {
        var columns = SeededLedgers.Columns(SeededLedgers.Lines(82));
        var totals = BuyerTotalsCalculator.Calculate(
            columns,
            EligibilityRule.Default,
            SeededLedgers.FirstDay + 600
        );
        var negative = new Money(-1);
        Assert.Throws<ArgumentOutOfRangeException>(() => NearBuyers.List(totals, Money.Zero, negative));
        Assert.Throws<ArgumentOutOfRangeException>(() => QualifyingBuyers.List(totals, Money.Zero, negative));
    }
}
