using FsCheck;
using FsCheck.Fluent;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility;

public sealed class EligibilityStateTests
{
    private static readonly EligibilityRule[] Rules = [.. NaiveEligibility.AllRules(365)];

    [Fact]
    public void After_AnyHistoryAndRule_EqualsNaiveAtEveryStep() =>
        Prop.ForAll(
                LedgerArbitrary.Histories,
                Gen.Choose(0, Rules.Length - 1).ToArbitrary(),
                Gen.Elements(-366, -365, -1, 0, 1, 364, 365, 730).ToArbitrary(),
                (batches, ruleNumber, later) =>
                {
                    var (rule, asOf) = (Rules[ruleNumber], LedgerArbitrary.AsOf + later);
                    var ledger = new VersionedLedger();
                    var state = EligibilityState.Of(SeededLedgers.Columns([]), rule, asOf);
                    foreach (var batch in batches)
                    {
                        var columns = state.Columns.Append(ledger.Apply(batch), state.LedgerSequence + 1);
                        state = state.After(columns);
                        AssertEqualsNaive(state, [.. ledger.Lines]);
                        if (batch.Length == 2)
                            state = state.After(columns.Compact());
                    }
                    AssertEqualsNaive(state, [.. ledger.Lines]);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void After_ManyBuyersWithOutliers_EqualsACurveMadeAnew()
    {
        // Enough buyers for the radix sort, some far beyond its keys on either side.
        var random = new Random(61);
        var lines = SeededLedgers.Lines(61, buyers: 30_000, lines: 60_000);
        for (var i = 0; i < 200; i++)
            lines.Add(
                lines[i] with
                {
                    Quantity = i % 2 == 0 ? 1 : -1,
                    SellerPrice = Money.FromUnits((i % 2 == 0 ? 1 : -1) * random.Next(20_000, 5_000_000)),
                    ReturnedQuantity = 0,
                    ReturnedOn = null,
                }
            );
        var asOf = SeededLedgers.FirstDay + SeededLedgers.Days;
        var state = EligibilityState.Of(SeededLedgers.Columns(lines), EligibilityRule.Default, asOf);
        for (var round = 0; round < 5; round++)
        {
            var changes = new LedgerChanges();
            for (var i = 0; i < 100; i++)
            {
                var at = round * 200 + i;
                changes.Replace(
                    lines[at],
                    lines[at] = lines[^(i + 1)] with { BuyerKey = lines[at].BuyerKey }
                );
            }
            state = state.After(state.Columns.Append(changes, round + 1));
            var anew = EligibilityState.Of(SeededLedgers.Columns(lines), EligibilityRule.Default, asOf);
            Assert.Equal(anew.Curve.Steps, state.Curve.Steps);
            Assert.Equal(anew.Totals.Revenue, state.Totals.Revenue);
            Assert.Equal(anew.Totals.BuyerCount, state.Totals.BuyerCount);
        }
    }

    [Fact]
    public void After_SnapshotOfAnotherLine_CalculatesAnew()
    {
        var state = EligibilityState.Of(
            SeededLedgers.Columns(SeededLedgers.Lines(62)),
            EligibilityRule.Default,
            SeededLedgers.FirstDay + 500
        );
        var lines = SeededLedgers.Lines(63);
        AssertEqualsNaive(state.After(SeededLedgers.Columns(lines)), lines);
        Assert.Same(state, state.After(state.Columns));
    }

    private static void AssertEqualsNaive(EligibilityState state, List<LedgerLine> lines)
    {
        var (rule, asOf) = (state.Totals.Rule, state.Totals.AsOf);
        BuyerTotalsCalculatorTests.AssertEqualsNaive(lines, state.Columns, rule, asOf);
        BuyerTotalsCalculatorTests.AssertSame(
            BuyerTotalsCalculator.Calculate(state.Columns, rule, asOf),
            state.Totals
        );
        var totals = NaiveEligibility.Totals(lines, rule, asOf).Values;
        foreach (var off in new[] { -100, -1, 0, 1, 100 })
        {
            var threshold = LedgerArbitrary.Threshold + new Money(off);
            Assert.Equal(
                totals.Count(t => NaiveEligibility.Qualifies(t, threshold, rule)),
                state.Curve.BuyersAt(threshold)
            );
        }
        Assert.Equal(totals.Order(), Enumerable.Range(0, state.Curve.Buyers).Select(state.Curve.TotalAt));
        Assert.Equal(NaiveEligibility.Sum(totals), state.Curve.Revenue);
    }
}
