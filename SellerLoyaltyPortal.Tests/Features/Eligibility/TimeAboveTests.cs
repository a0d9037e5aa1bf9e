using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility;

public sealed class TimeAboveTests
{
    [Theory]
    [InlineData(101, 90, -50, 1_200)]
    [InlineData(102, 365, 300, 420)]
    [InlineData(103, 1, 500, 500)]
    public void DaysOfAll_SeededLedger_EqualsNaiveDayByDay(int seed, int windowDays, int first, int last)
    {
        var lines = SeededLedgers.Lines(seed, buyers: 10, lines: 120);
        var columns = SeededLedgers.Columns(lines);
        var range = new DayRange(SeededLedgers.FirstDay + first, SeededLedgers.FirstDay + last);
        var threshold = Money.FromUnits(120);
        foreach (var rule in NaiveEligibility.AllRules(windowDays).Where(r => r.CountDiscounted))
        {
            var expected = new List<DayNumber>[columns.BuyerCount];
            for (var buyer = 0; buyer < expected.Length; buyer++)
                expected[buyer] = [];
            for (var day = range.First; day <= range.Last; day += 1)
            {
                foreach (var (key, total) in NaiveEligibility.Totals(lines, rule, day))
                {
                    if (!NaiveEligibility.Qualifies(total, threshold, rule))
                        continue;
                    Assert.True(columns.Buyers.TryFindKey(key, out var buyer));
                    expected[buyer].Add(day);
                }
            }
            Assert.Equal(expected.Select(d => d.Count), TimeAbove.DaysOfAll(columns, rule, threshold, range));
            for (var buyer = 0; buyer < expected.Length; buyer++)
            {
                var periods = TimeAbove.PeriodsOf(columns, rule, threshold, range, buyer);
                Assert.Equal(
                    expected[buyer],
                    periods.SelectMany(p => Enumerable.Range(0, p.Length).Select(d => p.First + d))
                );
                // Whole stretches: between two of them lies a day on which the buyer does not qualify.
                Assert.All(periods.Zip(periods.Skip(1)), p => Assert.True(p.First.Last + 1 < p.Second.First));
            }
        }
    }
}
