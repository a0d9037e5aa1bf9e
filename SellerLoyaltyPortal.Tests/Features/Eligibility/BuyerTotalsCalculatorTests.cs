using FsCheck;
using FsCheck.Fluent;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility;

public sealed class BuyerTotalsCalculatorTests
{
    private static readonly DayNumber Leap = DayNumber.Of(2024, 2, 29);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Calculate_SeededLedger_EqualsNaiveUnderEveryRuleAndDate(int seed)
    {
        var lines = SeededLedgers.Lines(seed);
        var columns = SeededLedgers.Columns(lines);
        var random = new Random(seed);
        foreach (var rule in NaiveEligibility.AllRules(1, 30, 365, 2_000))
        {
            var asOf = SeededLedgers.FirstDay + random.Next(-400, SeededLedgers.Days + 400);
            AssertEqualsNaive(lines, columns, rule, asOf);
        }
    }

    [Fact]
    public void Calculate_EmptyLedger_HasNobody()
    {
        var totals = BuyerTotalsCalculator.Calculate(
            SeededLedgers.Columns([]),
            EligibilityRule.Default,
            Leap
        );
        Assert.Equal(0, totals.BuyerCount);
        Assert.Equal(Money.Zero, totals.Revenue);
        Assert.Equal(0, ThresholdCurve.From(totals).BuyersAt(Money.Zero));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(364, true)]
    [InlineData(365, false)]
    [InlineData(-1, false)]
    public void Calculate_PurchaseOfLeapDay_CountsFor365Days(int daysLater, bool counts)
    {
        var columns = SeededLedgers.Columns([Line(Leap, 100)]);
        var totals = BuyerTotalsCalculator.Calculate(columns, EligibilityRule.Default, Leap + daysLater);
        Assert.Equal(counts, totals.IsInBase(0));
        Assert.Equal(Money.FromUnits(counts ? 100 : 0), totals.Of(0));
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(500)]
    public void Calculate_PartialReturn_FollowsTheReturnRule(int returnedAfter)
    {
        var line = Line(Leap, 100) with
        {
            Quantity = 3,
            ReturnedQuantity = 1,
            ReturnedOn = Leap + returnedAfter,
        };
        var columns = SeededLedgers.Columns([line]);
        var original = EligibilityRule.Default;
        var onReturn = original with { ReturnRule = ReturnRule.ReturnDate };
        Assert.Equal(66.6667m, TotalOn(columns, original, Leap));
        Assert.Equal(returnedAfter is <= 0 and > -365 ? 66.6667m : 100m, TotalOn(columns, onReturn, Leap));
        Assert.Equal(
            returnedAfter == 500 ? -33.3333m
                : returnedAfter == 5 ? -33.3333m
                : 0m,
            TotalOn(columns, onReturn, Leap + 365 + Math.Max(0, returnedAfter - 365))
        );
    }

    [Fact]
    public void Calculate_ReturnWithoutADay_CountsOnTheDayOfPurchase()
    {
        var line = Line(Leap, 100) with { Quantity = 2, ReturnedQuantity = 1 };
        var rule = EligibilityRule.Default with { ReturnRule = ReturnRule.ReturnDate };
        Assert.Equal(50m, TotalOn(SeededLedgers.Columns([line]), rule, Leap));
    }

    [Theory]
    [InlineData(ReturnRule.OriginalDate)]
    [InlineData(ReturnRule.ReturnDate)]
    public void Calculate_CancellationThatNamesNoPurchase_CountsOnItsOwnDay(ReturnRule returnRule)
    {
        var cancellation = Line(Leap + 10, -40) with { Quantity = -2 };
        var columns = SeededLedgers.Columns([Line(Leap, 100), cancellation]);
        var rule = EligibilityRule.Default with { ReturnRule = returnRule };
        Assert.Equal(100m, TotalOn(columns, rule, Leap + 9));
        Assert.Equal(60m, TotalOn(columns, rule, Leap + 10));
        Assert.Equal(-40m, TotalOn(columns, rule, Leap + 365));
    }

    [Fact]
    public void Calculate_SumsPast31BitsOfKopecks_AreExact()
    {
        var lines = Enumerable.Range(0, 1_000).Select(i => Line(Leap, 90_000_000)).ToList();
        Assert.Equal(90_000_000_000m, TotalOn(SeededLedgers.Columns(lines), EligibilityRule.Default, Leap));
    }

    [Fact]
    public void Calculate_SumsAround31BitsOfKopecks_EqualNaive()
    {
        // Just what four-byte sums that wrap around could get wrong: neighbours that fit and sums that do not,
        // both ways, beside thirds and amounts that fit no count at all.
        var amounts = Gen.Elements(1L, 9_999, 1L << 30, int.MaxValue - 1L, int.MaxValue, 1L << 31, 5L << 31);
        var line =
            from buyer in Gen.Choose(1, 3)
            from kopecks in amounts
            from sign in Gen.Elements(1, 1, -1)
            from day in Gen.Choose(0, 500)
            from third in Gen.Elements(0L, 0, 0, 33)
            select Line(Leap + day, 0) with
            {
                BuyerKey = buyer,
                SellerPrice = new Money(sign * (kopecks * 100 + third)),
                Quantity = sign,
            };
        Prop.ForAll(
                Gen.ListOf(line).ToArbitrary(),
                Gen.Choose(0, 900).ToArbitrary(),
                (lines, later) =>
                {
                    var asOf = Leap + later;
                    var columns = SeededLedgers.Columns(lines);
                    AssertEqualsNaive([.. lines], columns, EligibilityRule.Default, asOf);
                    var curve = ThresholdCurve.From(
                        BuyerTotalsCalculator.Calculate(columns, EligibilityRule.Default, asOf)
                    );
                    var totals = NaiveEligibility.Totals(lines, EligibilityRule.Default, asOf).Values;
                    Assert.Equal(totals.Order(), Enumerable.Range(0, curve.Buyers).Select(curve.TotalAt));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void Calculate_BuyerWithAMillionLines_EqualsTheirSum()
    {
        var lines = Enumerable
            .Range(0, 1_000_000)
            .Select(i => Line(Leap + i % 1_000, 1) with { SellerPrice = new(i), Order = i });
        var columns = SeededLedgers.Columns(lines.Append(Line(Leap, 5) with { BuyerKey = 2 }));
        var asOf = Leap + 600;
        var expected = Enumerable
            .Range(0, 1_000_000)
            .Where(i => i % 1_000 is > 600 - 365 and <= 600)
            .Sum(i => (long)i);
        var totals = BuyerTotalsCalculator.Calculate(columns, EligibilityRule.Default, asOf);
        Assert.Equal(new Money(expected), totals.Of(0));
        Assert.False(totals.IsInBase(1));
    }

    [Fact]
    public void Calculate_PriceBaseThatWasNotLoaded_Throws()
    {
        var columns = SeededLedgers.Columns([Line(Leap, 1)], columns: PurchaseColumnSet.SellerPrice);
        var rule = EligibilityRule.Default with { PriceBase = PriceBase.ListPrice };
        Assert.Throws<InvalidOperationException>(() => BuyerTotalsCalculator.Calculate(columns, rule, Leap));
    }

    internal static LedgerLine Line(DayNumber day, long units) =>
        new(1, day, Money.FromUnits(units), Money.FromUnits(units), Money.FromUnits(units));

    internal static void AssertEqualsNaive(
        IReadOnlyCollection<LedgerLine> lines,
        PurchaseColumns columns,
        EligibilityRule rule,
        DayNumber asOf
    )
    {
        var expected = NaiveEligibility.Totals(lines, rule, asOf);
        var totals = BuyerTotalsCalculator.Calculate(columns, rule, asOf);
        Assert.Equal(expected.Count, totals.BuyerCount);
        Assert.Equal(NaiveEligibility.Sum(expected.Values), totals.Revenue);
        for (var buyer = 0; buyer < columns.BuyerCount; buyer++)
        {
            var known = expected.TryGetValue(columns.Buyers.KeyOf(buyer), out var total);
            Assert.Equal(known, totals.IsInBase(buyer));
            Assert.Equal(total, totals.Of(buyer));
        }
    }

    internal static void AssertSame(BuyerTotals expected, BuyerTotals actual)
    {
        Assert.Equal(expected.BuyerCount, actual.BuyerCount);
        Assert.Equal(expected.Revenue, actual.Revenue);
        Assert.Equal(
            Enumerable.Range(0, expected.Length).Select(expected.Raw),
            Enumerable.Range(0, actual.Length).Select(actual.Raw)
        );
    }

    private static decimal TotalOn(PurchaseColumns columns, EligibilityRule rule, DayNumber asOf) =>
        BuyerTotalsCalculator.Calculate(columns, rule, asOf).Of(0).ToDecimal();
}
