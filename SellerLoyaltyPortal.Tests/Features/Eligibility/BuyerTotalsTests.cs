using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility;

public sealed class BuyerTotalsTests
{
    private static readonly DayNumber AsOf = SeededLedgers.FirstDay + 600;

    [Theory]
    [InlineData(ThresholdBoundary.AtLeast)]
    [InlineData(ThresholdBoundary.Above)]
    public void At_EveryTotalAndWhatLiesBesideIt_IsWhatEachBuyerAloneSays(ThresholdBoundary boundary)
    {
        var lines = SeededLedgers.Lines(131, buyers: 60, lines: 300);
        // Totals that are no counts: more than 32 bits of units.
        lines.AddRange([Line(901, 40_000_000_000_000_000), Line(902, 40_000_000_000_000_001), Line(903, -7)]);
        var columns = SeededLedgers.Columns(lines);
        var rule = new EligibilityRule { Boundary = boundary };
        var totals = BuyerTotalsCalculator.Calculate(columns, rule, AsOf);
        var known = Enumerable
            .Range(0, totals.Length)
            .Where(totals.IsInBase)
            .Select(totals.Of)
            .Distinct()
            .ToList();
        Assert.True(known.Count > 30);
        foreach (var total in known)
        {
            foreach (var beside in (int[])[-1, 0, 1])
            {
                var threshold = total + new Money(beside);
                var qualified = Enumerable
                    .Range(0, totals.Length)
                    .Where(b => totals.Qualifies(b, threshold))
                    .Select(b => totals.Of(b))
                    .ToList();
                Assert.Equal((qualified.Count, NaiveEligibility.Sum(qualified)), totals.At(threshold));
            }
        }
    }

    [Fact]
    public void At_AboveTheLargestAmount_IsNobody()
    {
        var columns = SeededLedgers.Columns([Line(1, long.MaxValue / 2)]);
        var above = new EligibilityRule { Boundary = ThresholdBoundary.Above };
        var totals = BuyerTotalsCalculator.Calculate(columns, above, AsOf);
        Assert.Equal((0, Money.Zero), totals.At(new Money(long.MaxValue)));
        Assert.Equal((1, new Money(long.MaxValue / 2)), totals.At(Money.Zero));
    }

    private static LedgerLine Line(long buyer, long amount) =>
        new(buyer, AsOf - 5, new Money(amount), new Money(amount), new Money(amount), amount < 0 ? -1 : 1);
}
