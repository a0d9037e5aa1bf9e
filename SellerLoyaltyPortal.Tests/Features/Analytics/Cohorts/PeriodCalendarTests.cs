using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Cohorts;

public sealed class PeriodCalendarTests
{
    [Theory]
    [InlineData(CohortPeriod.Week)]
    [InlineData(CohortPeriod.Month)]
    [InlineData(CohortPeriod.Quarter)]
    public void IndexOf_EveryDayOfThreeYears_LiesBetweenTheEndsOfItsPeriod(CohortPeriod period)
    {
        var index = PeriodCalendar.IndexOf(DayNumber.Of(2023, 12, 1), period);
        for (var day = DayNumber.Of(2023, 12, 1); day < DayNumber.Of(2026, 12, 31); day += 1)
        {
            var next = PeriodCalendar.IndexOf(day, period);
            Assert.InRange(next, index, index + 1);
            index = next;
            var range = new DayRange(
                PeriodCalendar.FirstDayOf(index, period),
                PeriodCalendar.LastDayOf(index, period)
            );
            Assert.True(range.Contains(day));
        }
    }

    [Fact]
    public void FirstDayOf_AWeek_IsItsMonday()
    {
        var index = PeriodCalendar.IndexOf(DayNumber.Of(2026, 11, 22), CohortPeriod.Week);

        Assert.Equal(DayNumber.Of(2026, 11, 16), PeriodCalendar.FirstDayOf(index, CohortPeriod.Week));
        Assert.Equal(DayNumber.Of(2026, 11, 22), PeriodCalendar.LastDayOf(index, CohortPeriod.Week));
    }
}
