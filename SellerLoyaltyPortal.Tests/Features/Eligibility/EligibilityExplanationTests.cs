using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility;

public sealed class EligibilityExplanationTests
{
    private static readonly DayNumber AsOf = SeededLedgers.FirstDay + 700;

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    public void Of_EveryBuyerOfASeededLedger_AddsUpToTheirTotal(int seed)
    {
        var lines = SeededLedgers.Lines(seed);
        var columns = SeededLedgers.Columns(lines);
        foreach (var rule in NaiveEligibility.AllRules(90, 365))
        {
            var totals = BuyerTotalsCalculator.Calculate(columns, rule, AsOf);
            for (var buyer = 0; buyer < columns.BuyerCount; buyer++)
            {
                var explanation = EligibilityExplanation.Of(columns, rule, AsOf, buyer);
                Assert.Equal(totals.Of(buyer), explanation.Total);
                Assert.Equal(totals.IsInBase(buyer), explanation.IsInBase);
                Assert.Equal(
                    lines.Count(l => l.BuyerKey == columns.Buyers.KeyOf(buyer)),
                    explanation.Lines.Count(l => !l.IsReturn)
                );
                Assert.Equal(
                    explanation.Lines.Select(l => l.Day).Order(),
                    explanation.Lines.Select(l => l.Day)
                );
                var threshold = Money.FromUnits(500);
                Assert.Equal(totals.Qualifies(buyer, threshold), explanation.Qualifies(threshold));
            }
        }
    }

    [Fact]
    public void Of_LinesOfEveryKind_NamesEachReason()
    {
        var bought = BuyerTotalsCalculatorTests.Line(AsOf, 100);
        var columns = SeededLedgers.Columns([
            bought with
            {
                BoughtOn = AsOf - 365,
            },
            bought with
            {
                BoughtOn = AsOf - 364,
                Quantity = 4,
                ReturnedQuantity = 1,
                ReturnedOn = AsOf + 3,
            },
            bought with
            {
                BoughtOn = AsOf - 2,
                Discounted = true,
            },
            bought,
            bought with
            {
                BoughtOn = AsOf + 1,
            },
        ]);
        var rule = EligibilityRule.Default with { CountDiscounted = false };

        var explanation = EligibilityExplanation.Of(columns, rule, AsOf, buyer: 0);
        Assert.Equal(
            [
                CountReason.BeforeWindow,
                CountReason.CountedLessReturn,
                CountReason.DiscountedNotCounted,
                CountReason.Counted,
                CountReason.AfterAsOf,
            ],
            explanation.Lines.Select(l => l.Reason)
        );
        Assert.Equal([0m, 75m, 75m, 175m, 175m], explanation.Lines.Select(l => l.RunningTotal.ToDecimal()));
        Assert.Equal(AsOf + 1, explanation.Lines[1].LeavesOn);
        Assert.Equal(Money.FromUnits(25), explanation.Lacking(Money.FromUnits(200)));
        Assert.Equal(Money.Zero, explanation.Lacking(Money.FromUnits(175)));

        var apart = EligibilityExplanation.Of(
            columns,
            rule with
            {
                ReturnRule = ReturnRule.ReturnDate,
            },
            AsOf,
            buyer: 0
        );
        var back = Assert.Single(apart.Lines, l => l.IsReturn);
        Assert.Equal(CountReason.AfterAsOf, back.Reason);
        Assert.Equal(AsOf - 364, back.BoughtOn);
        Assert.Equal(Money.FromUnits(-25), back.Net);
        Assert.Equal(Money.FromUnits(200), apart.Total);
    }
}
