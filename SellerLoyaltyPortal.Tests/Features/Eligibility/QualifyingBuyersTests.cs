using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility;

public sealed class QualifyingBuyersTests
{
    [Fact]
    public void List_SeededLedger_RanksTheWholeBaseAsNaive()
    {
        var lines = SeededLedgers.Lines(41, buyers: 300, lines: 900);
        var asOf = SeededLedgers.FirstDay + 700;
        var (threshold, order) = (Money.FromUnits(100), Money.FromUnits(60));
        foreach (var rule in NaiveEligibility.AllRules(365))
        {
            var expected = NaiveEligibility
                .Totals(lines, rule, asOf)
                .OrderByDescending(t => t.Value)
                .ThenBy(t => t.Key)
                .Select(t =>
                    (
                        SeededLedgers.IdOf(t.Key),
                        t.Value,
                        NaiveEligibility.Qualifies(t.Value, threshold, rule) ? BuyerStanding.Qualifies
                        : NaiveEligibility.Qualifies(t.Value + order, threshold, rule) ? BuyerStanding.Near
                        : BuyerStanding.Below
                    )
                )
                .ToList();
            var totals = BuyerTotalsCalculator.Calculate(SeededLedgers.Columns(lines), rule, asOf);
            var listed = QualifyingBuyers.List(totals, threshold, order);
            Assert.Equal(expected, listed.Select(b => (b.Id, b.Total, b.Standing)));
            Assert.Equal(expected.Count(e => e.Item3 == BuyerStanding.Qualifies), listed.QualifyingCount);
            Assert.Equal(ThresholdCurve.From(totals).NearAt(threshold, order), listed.NearCount);
            foreach (var buyer in listed)
                Assert.Equal(
                    buyer.Standing == BuyerStanding.Qualifies,
                    rule.Qualifies(buyer.Total + buyer.Lacking - new Money(1), threshold)
                        || buyer.Lacking == Money.Zero
                );
        }
    }

    [Fact]
    public void List_TotalsAsLargeAsAmountsGet_StandWhereTheyBelong()
    {
        var day = SeededLedgers.FirstDay;
        var bought = BuyerTotalsCalculatorTests.Line(day, 1);
        var columns = SeededLedgers.Columns([
            bought with
            {
                SellerPrice = new Money(long.MaxValue - 200_000),
            },
            bought with
            {
                BuyerKey = 2,
            },
        ]);
        var totals = BuyerTotalsCalculator.Calculate(columns, EligibilityRule.Default, day);
        var listed = QualifyingBuyers.List(totals, Money.FromUnits(2), Money.FromUnits(100));
        Assert.Equal([BuyerStanding.Qualifies, BuyerStanding.Near], listed.Select(b => b.Standing));
    }
}
