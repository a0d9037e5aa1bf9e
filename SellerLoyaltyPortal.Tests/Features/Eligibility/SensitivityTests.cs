using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility;

public sealed class SensitivityTests
{
    [Fact]
    public void Of_SeededLedger_EqualsNaiveInEveryCell()
    {
        var lines = SeededLedgers.Lines(111, buyers: 100, lines: 800);
        var columns = SeededLedgers.Columns(lines);
        var asOf = SeededLedgers.FirstDay + 600;
        var threshold = Money.FromUnits(150);
        foreach (var rule in NaiveEligibility.AllRules(200))
        {
            var cells = Sensitivity.Of(columns, rule, asOf, threshold);
            Assert.Equal(6, cells.DistinctBy(c => (c.PriceBase, c.ReturnRule)).Count());
            foreach (var cell in cells)
            {
                var varied = rule with { PriceBase = cell.PriceBase, ReturnRule = cell.ReturnRule };
                var totals = NaiveEligibility.Totals(lines, varied, asOf).Values;
                var qualified = totals.Where(t => NaiveEligibility.Qualifies(t, threshold, varied)).ToList();
                Assert.Equal(qualified.Count, cell.Buyers);
                Assert.Equal(NaiveEligibility.Sum(qualified), cell.Revenue);
                Assert.Equal(totals.Count, cell.Base);
                Assert.Equal(NaiveEligibility.Sum(totals), cell.BaseRevenue);
            }
        }
    }

    [Fact]
    public void Of_SnapshotWithOnePriceBase_Throws() =>
        Assert.Throws<InvalidOperationException>(() =>
            Sensitivity.Of(
                SeededLedgers.Columns(SeededLedgers.Lines(112), columns: PurchaseColumnSet.SellerPrice),
                EligibilityRule.Default,
                SeededLedgers.FirstDay,
                Money.Zero
            )
        );
}
