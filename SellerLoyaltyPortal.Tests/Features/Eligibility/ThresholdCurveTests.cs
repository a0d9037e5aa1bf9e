using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility;

public sealed class ThresholdCurveTests
{
    private static readonly DayNumber AsOf = SeededLedgers.FirstDay + 700;

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void BuyersAt_AtAndAroundEveryTotal_EqualsNaive(int seed)
    {
        var lines = SeededLedgers.Lines(seed, buyers: 200, lines: 900);
        var columns = SeededLedgers.Columns(lines);
        var lift = new Money(123_456);
        foreach (var rule in NaiveEligibility.AllRules(365))
        {
            var totals = NaiveEligibility.Totals(lines, rule, AsOf).Values.ToList();
            var curve = ThresholdCurve.From(BuyerTotalsCalculator.Calculate(columns, rule, AsOf));
            foreach (var threshold in totals.SelectMany(t => new[] { t - new Money(1), t, t + new Money(1) }))
            {
                var qualified = totals.Where(t => NaiveEligibility.Qualifies(t, threshold, rule)).ToList();
                Assert.Equal(qualified.Count, curve.BuyersAt(threshold));
                Assert.Equal(NaiveEligibility.Sum(qualified), curve.RevenueAt(threshold));
                var near = totals.Count(t =>
                    !NaiveEligibility.Qualifies(t, threshold, rule)
                    && NaiveEligibility.Qualifies(t + lift, threshold, rule)
                );
                Assert.Equal(near, curve.NearAt(threshold, lift));
                Assert.Equal(0, curve.NearAt(threshold, -lift));
            }
        }
    }

    [Theory]
    [InlineData(16, 500)]
    [InlineData(17, 40_000)]
    public void Of_AnyRuleAndDate_EqualsTheCurveOfTheTotals(int seed, int buyers)
    {
        var lines = SeededLedgers.Lines(seed, buyers, lines: 3 * buyers);
        // Totals that are no counts, and one buyer whose lines wrap around.
        for (var i = 0; i < 60; i++)
            lines[i] = lines[i] with
            {
                BuyerKey = i < 20 ? lines[0].BuyerKey : lines[i].BuyerKey,
                SellerPrice = new Money(9_000_000_000_000 + i),
                Quantity = 1,
                ReturnedQuantity = 0,
                ReturnedOn = null,
            };
        var columns = SeededLedgers.Columns(lines);
        foreach (var rule in NaiveEligibility.AllRules(1, 365))
        {
            foreach (var asOf in new[] { AsOf, SeededLedgers.FirstDay - 1, SeededLedgers.FirstDay + 2_000 })
            {
                var totals = BuyerTotalsCalculator.Calculate(columns, rule, asOf);
                var state = EligibilityState.Of(columns, rule, asOf);
                var curve = ThresholdCurve.Of(columns, rule, asOf);
                BuyerTotalsCalculatorTests.AssertSame(totals, state.Totals);
                Assert.Equal(ThresholdCurve.From(totals).Steps, curve.Steps);
                Assert.Equal(curve.Steps, state.Curve.Steps);
                Assert.Equal((totals.BuyerCount, totals.Revenue), (curve.Buyers, curve.Revenue));
            }
        }
    }

    [Fact]
    public void Of_SnapshotWithAPatch_EqualsTheCompactedOne()
    {
        var lines = SeededLedgers.Lines(18, buyers: 300, lines: 900);
        var changes = new LedgerChanges();
        for (var i = 0; i < 50; i++)
            changes.Add(lines[i]);
        var columns = SeededLedgers.Columns(lines).Append(changes, 1_000);
        var rule = EligibilityRule.Default;
        Assert.Equal(
            ThresholdCurve.Of(columns.Compact(), rule, AsOf).Steps,
            ThresholdCurve.Of(columns, rule, AsOf).Steps
        );
    }

    [Fact]
    public void Steps_SeededLedger_AreEveryDistinctTotalWithWhatLiesAtOrAbove()
    {
        var lines = SeededLedgers.Lines(13, buyers: 300, lines: 600);
        var rule = EligibilityRule.Default;
        var totals = NaiveEligibility.Totals(lines, rule, AsOf).Values.ToList();
        var curve = ThresholdCurve.From(
            BuyerTotalsCalculator.Calculate(SeededLedgers.Columns(lines), rule, AsOf)
        );
        var expected = totals
            .Distinct()
            .Order()
            .Select(t => new ThresholdStep(
                t,
                totals.Count(o => o >= t),
                NaiveEligibility.Sum(totals.Where(o => o >= t))
            ));
        Assert.Equal(expected, curve.Steps);
        Assert.True(curve.Steps.Count() < totals.Count, "The ledger should have equal totals.");
    }

    [Fact]
    public void ThresholdFor_EveryCount_IsTheHighestThatReachesIt()
    {
        var lines = SeededLedgers.Lines(14, buyers: 100, lines: 300);
        foreach (var rule in NaiveEligibility.AllRules(365))
        {
            var totals = BuyerTotalsCalculator.Calculate(SeededLedgers.Columns(lines), rule, AsOf);
            var curve = ThresholdCurve.From(totals);
            Assert.Null(curve.ThresholdFor(0));
            Assert.Null(curve.ThresholdFor(curve.Buyers + 1));
            for (var buyers = 1; buyers <= curve.Buyers; buyers++)
            {
                var threshold = curve.ThresholdFor(buyers)!.Value;
                Assert.True(curve.BuyersAt(threshold) >= buyers);
                Assert.True(curve.BuyersAt(threshold + new Money(1)) < buyers);
            }
        }
    }

    [Fact]
    public void BuyersAt_ThresholdsAtTheEndsOfMoney_DoNotOverflow()
    {
        var columns = SeededLedgers.Columns(SeededLedgers.Lines(15));
        foreach (var rule in NaiveEligibility.AllRules(365))
        {
            var curve = ThresholdCurve.From(BuyerTotalsCalculator.Calculate(columns, rule, AsOf));
            Assert.Equal(0, curve.BuyersAt(new Money(long.MaxValue)));
            Assert.Equal(curve.Buyers, curve.BuyersAt(new Money(long.MinValue)));
            Assert.Equal(curve.Buyers, curve.NearAt(new Money(long.MaxValue / 2), new Money(long.MaxValue)));
        }
    }
}
