using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility;

public sealed class TypicalOrderTests
{
    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void MedianOf_SeededLedger_EqualsNaive(int seed)
    {
        var lines = SeededLedgers.Lines(seed, buyers: 60, lines: 701);
        var columns = SeededLedgers.Columns(lines);
        for (var day = -10; day < SeededLedgers.Days + 500; day += 97)
        {
            var asOf = SeededLedgers.FirstDay + day;
            foreach (var rule in NaiveEligibility.AllRules(30, 365))
                Assert.Equal(
                    NaiveEligibility.TypicalOrder(lines, rule, asOf),
                    TypicalOrder.MedianOf(columns, rule, asOf)
                );
        }
    }

    [Fact]
    public void MedianOf_CancelledAndReturnedOrders_LeavesThemOut()
    {
        var day = SeededLedgers.FirstDay;
        var bought = BuyerTotalsCalculatorTests.Line(day, 100);
        var columns = SeededLedgers.Columns([
            bought,
            BuyerTotalsCalculatorTests.Line(day, 50) with
            {
                Order = 0,
            },
            BuyerTotalsCalculatorTests.Line(day, 300) with
            {
                Order = 2,
            },
            BuyerTotalsCalculatorTests.Line(day, -900) with
            {
                Order = 3,
                Quantity = -1,
            },
            BuyerTotalsCalculatorTests.Line(day, 7) with
            {
                Order = 4,
                ReturnedQuantity = 1,
            },
        ]);
        Assert.Equal(Money.FromUnits(225), TypicalOrder.MedianOf(columns, EligibilityRule.Default, day));
    }
}
