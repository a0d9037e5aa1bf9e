using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility;

public sealed class QualifiedChangeTests
{
    private static readonly List<LedgerLine> Lines = SeededLedgers.Lines(91, buyers: 80, lines: 500);
    private static readonly PurchaseColumns Columns = SeededLedgers.Columns(Lines);
    private static readonly DayNumber AsOf = SeededLedgers.FirstDay + 600;

    [Fact]
    public void Between_TwoDates_TellsNewStayedAndDropped()
    {
        foreach (var rule in NaiveEligibility.AllRules(365))
            AssertEqualsNaive(rule, AsOf, Money.FromUnits(200), rule, AsOf + 90, Money.FromUnits(200));
    }

    [Fact]
    public void Between_TwoRules_TellsWhoGainsAndLoses()
    {
        foreach (var rule in NaiveEligibility.AllRules(365))
            AssertEqualsNaive(
                EligibilityRule.Default,
                AsOf,
                Money.FromUnits(200),
                rule with
                {
                    WindowDays = 180,
                },
                AsOf,
                Money.FromUnits(150)
            );
    }

    [Fact]
    public void Between_BeforeAndAfterAnAppend_KnowsTheNewBuyer()
    {
        var changes = new LedgerChanges();
        changes.AddBuyer(7_000, SeededLedgers.IdOf(7_000));
        changes.Add(BuyerTotalsCalculatorTests.Line(AsOf, 500) with { BuyerKey = 7_000 });
        var before = BuyerTotalsCalculator.Calculate(Columns, EligibilityRule.Default, AsOf);
        var after = BuyerTotalsCalculator.Update(before, Columns.Append(changes, 1));
        var threshold = Money.FromUnits(200);
        var change = QualifiedChange.Between(before, threshold, after, threshold);
        Assert.Equal([Columns.BuyerCount], change.Gained.Buyers);
        Assert.Equal(
            (Money.Zero, Money.FromUnits(500)),
            (change.Gained.RevenueBefore, change.Gained.RevenueAfter)
        );
        Assert.Equal(0, change.Lost.Count);
    }

    private static void AssertEqualsNaive(
        EligibilityRule ruleBefore,
        DayNumber asOfBefore,
        Money thresholdBefore,
        EligibilityRule ruleAfter,
        DayNumber asOfAfter,
        Money thresholdAfter
    )
    {
        var change = QualifiedChange.Between(
            BuyerTotalsCalculator.Calculate(Columns, ruleBefore, asOfBefore),
            thresholdBefore,
            BuyerTotalsCalculator.Calculate(Columns, ruleAfter, asOfAfter),
            thresholdAfter
        );
        var before = NaiveEligibility.Totals(Lines, ruleBefore, asOfBefore);
        var after = NaiveEligibility.Totals(Lines, ruleAfter, asOfAfter);
        var did = Qualified(before, thresholdBefore, ruleBefore);
        var does = Qualified(after, thresholdAfter, ruleAfter);
        AssertGroup(does.Except(did), change.Gained);
        AssertGroup(did.Intersect(does), change.Kept);
        AssertGroup(did.Except(does), change.Lost);

        void AssertGroup(IEnumerable<long> expected, QualifiedGroup actual)
        {
            var keys = expected.Order().ToList();
            Assert.Equal(keys, actual.Buyers.Select(Columns.Buyers.KeyOf));
            Assert.Equal(
                NaiveEligibility.Sum(keys.Select(k => before.GetValueOrDefault(k))),
                actual.RevenueBefore
            );
            Assert.Equal(
                NaiveEligibility.Sum(keys.Select(k => after.GetValueOrDefault(k))),
                actual.RevenueAfter
            );
        }
    }

    private static List<long> Qualified(
        Dictionary<long, Money> totals,
        Money threshold,
        EligibilityRule rule
    ) => [.. totals.Where(t => NaiveEligibility.Qualifies(t.Value, threshold, rule)).Select(t => t.Key)];
}
