using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility;

public sealed class RollOffTests
{
    private static readonly Money Threshold = Money.FromUnits(150);

    [Theory]
    [InlineData(71, 365)]
    [InlineData(72, 90)]
    public void Forecast_SeededLedger_EqualsTheNaiveTotalsOfEveryLaterDate(int seed, int windowDays)
    {
        var lines = SeededLedgers.Lines(seed, buyers: 30, lines: 300);
        var columns = SeededLedgers.Columns(lines);
        var asOf = SeededLedgers.FirstDay + 500;
        foreach (var rule in NaiveEligibility.AllRules(windowDays))
        {
            var totals = BuyerTotalsCalculator.Calculate(columns, rule, asOf);
            var rollOff = RollOff.Forecast(totals, Threshold, horizon: 120);
            var entries = NaiveEligibility.Entries(lines, rule).Where(e => e.Day <= asOf).ToList();
            var now = QualifiedOn(entries, rule, asOf);
            var exits = new Dictionary<long, int>();
            for (var later = 1; later <= 120; later++)
            {
                var then = QualifiedOn(entries, rule, asOf + later);
                Assert.Equal(now.Except(then).Count(), rollOff.BelowAfter(later));
                foreach (var buyer in now.Except(then))
                    exits.TryAdd(buyer, later);
                Assert.Equal(exits.Values.Count(d => d == later), rollOff.FirstExitsByDay[later - 1]);
                Assert.Equal(exits.Count, rollOff.FirstExitsWithin(later));
            }
            for (var buyer = 0; buyer < columns.BuyerCount; buyer++)
            {
                var known = exits.TryGetValue(columns.Buyers.KeyOf(buyer), out var later);
                Assert.Equal(known ? asOf + later : null, rollOff.FirstExitOf(buyer));
            }
        }
    }

    [Fact]
    public void Forecast_OnlineRetail_EqualsTheDesignSketch()
    {
        var totals = BuyerTotalsCalculator.Calculate(
            OnlineRetail.Columns,
            EligibilityRule.Default,
            OnlineRetail.AsOf
        );
        var rollOff = RollOff.Forecast(totals, Money.FromUnits(1_000));
        Assert.Equal(365, rollOff.Horizon);
        // The sketch counts who is under on the 30th, 60th, 90th day; a few more were for a while.
        Assert.Equal([43, 121, 197], new[] { 30, 60, 90 }.Select(rollOff.BelowAfter));
        Assert.Equal([44, 125, 201], new[] { 30, 60, 90 }.Select(rollOff.FirstExitsWithin));
        Assert.Equal(1_595, rollOff.BelowAfter(365));
    }

    [Fact]
    public void NeededToQualify_EveryBuyerAndDate_LiftsThemExactlyToTheThreshold()
    {
        var lines = SeededLedgers.Lines(73, buyers: 20, lines: 200);
        var columns = SeededLedgers.Columns(lines);
        var asOf = SeededLedgers.FirstDay + 600;
        foreach (var rule in NaiveEligibility.AllRules(365))
        {
            var totals = BuyerTotalsCalculator.Calculate(columns, rule, asOf);
            var entries = NaiveEligibility.Entries(lines, rule).Where(e => e.Day <= asOf).ToList();
            foreach (var later in new[] { 0, 1, 100, 364, 365 })
            {
                for (var buyer = 0; buyer < columns.BuyerCount; buyer++)
                {
                    var key = columns.Buyers.KeyOf(buyer);
                    var needed = RollOff.NeededToQualify(totals, buyer, Threshold, asOf + later);
                    Assert.Equal(
                        QualifiedOn(entries, rule, asOf + later).Contains(key),
                        needed == Money.Zero
                    );
                    if (needed == Money.Zero)
                        continue;
                    Assert.Contains(key, QualifiedOn(With(needed), rule, asOf + later));
                    Assert.DoesNotContain(key, QualifiedOn(With(needed - new Money(1)), rule, asOf + later));

                    List<NaiveEligibility.Entry> With(Money bought) =>
                        [.. entries, new(key, asOf + later, bought)];
                }
            }
        }
    }

    internal static HashSet<long> QualifiedOn(
        List<NaiveEligibility.Entry> entries,
        EligibilityRule rule,
        DayNumber day
    ) =>
        entries
            .Where(e => e.Day > day - rule.WindowDays && e.Day <= day)
            .GroupBy(e => e.BuyerKey)
            .Where(g =>
                NaiveEligibility.Qualifies(NaiveEligibility.Sum(g.Select(e => e.Amount)), Threshold, rule)
            )
            .Select(g => g.Key)
            .ToHashSet();
}
