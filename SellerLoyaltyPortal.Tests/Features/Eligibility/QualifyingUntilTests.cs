using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility;

public sealed class QualifyingUntilTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_SeededLedger_IsTheDayBeforeTheFirstOnWhichTheyDoNot(int seed)
    {
        var columns = SeededLedgers.Columns(SeededLedgers.Lines(seed));
        var threshold = Money.FromUnits(300);
        var compared = 0;
        foreach (var returnRule in Enum.GetValues<ReturnRule>())
        foreach (var days in (int[])[30, 365])
        {
            var rule = new EligibilityRule { WindowDays = days, ReturnRule = returnRule };
            var asOf = SeededLedgers.FirstDay + 600;
            var totals = BuyerTotalsCalculator.Calculate(columns, rule, asOf);
            var until = new QualifyingUntil(totals, threshold);
            for (var buyer = 0; buyer < columns.BuyerCount; buyer++)
            {
                if (!totals.Qualifies(buyer, threshold))
                    continue;
                var day = asOf;
                while (
                    OnlyUpTo(asOf, columns, rule, day + 1, buyer) is { } later
                    && rule.Qualifies(later, threshold)
                )
                    day += 1;
                Assert.Equal(day, until.Of(buyer));
                compared++;
            }
        }
        Assert.True(compared > 10);
    }

    [Fact]
    public void Of_EnoughBoughtOnTheDayItself_LastsAsLongAsThat()
    {
        var asOf = SeededLedgers.FirstDay + 600;
        var columns = SeededLedgers.Columns([Line(1, asOf - 10, 50), Line(1, asOf, 200)]);
        var totals = BuyerTotalsCalculator.Calculate(columns, EligibilityRule.Default, asOf);
        Assert.Equal(asOf + 364, new QualifyingUntil(totals, Money.FromUnits(100)).Of(0));
        Assert.Equal(asOf + 354, new QualifyingUntil(totals, Money.FromUnits(250)).Of(0));
    }

    [Fact]
    public void Of_NothingInTheWindow_IsRefused()
    {
        var asOf = SeededLedgers.FirstDay + 600;
        var columns = SeededLedgers.Columns([Line(1, asOf - 400, 500), Line(2, asOf + 1, 500)]);
        var totals = BuyerTotalsCalculator.Calculate(columns, EligibilityRule.Default, asOf);
        var until = new QualifyingUntil(totals, Money.FromUnits(100));
        Assert.Throws<ArgumentException>(() => until.Of(0));
        Assert.Throws<ArgumentException>(() => until.Of(1));
    }

    private static LedgerLine Line(long buyer, DayNumber day, int units)
    {
        var amount = Money.FromUnits(units);
        return new(buyer, day, amount, amount, amount, 1);
    }

    // A later day's total of what was bought up to a date: null where nothing counts.
    private static Money? OnlyUpTo(
        DayNumber bought,
        PurchaseColumns columns,
        EligibilityRule rule,
        DayNumber on,
        int buyer
    )
    {
        var first = rule.WindowOn(on).First;
        if (first > bought)
            return null;
        var totals = BuyerTotalsCalculator.Calculate(
            columns,
            rule with
            {
                WindowDays = bought - first + 1,
            },
            bought
        );
        return totals.IsInBase(buyer) ? totals.Of(buyer) : null;
    }
}
