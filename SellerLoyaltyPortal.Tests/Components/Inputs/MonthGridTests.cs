using SellerLoyaltyPortal.Components.Inputs;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Components.Inputs;

public sealed class MonthGridTests
{
    [Theory]
    [InlineData(2025, 10)]
    [InlineData(2024, 2)]
    // Begins on a Sunday, and on a Monday.
    [InlineData(2026, 11)]
    [InlineData(2026, 6)]
    public void Weeks_OfAMonth_AreSixFromMondayOnWithEveryDayOfIt(int year, int month)
    {
        var first = new DateOnly(year, month, 1);

        var weeks = MonthGrid.Weeks(first).ToList();

        var days = weeks.SelectMany(week => week).ToList();
        Assert.Equal(6, weeks.Count);
        Assert.All(weeks, week => Assert.Equal(DayOfWeek.Monday, week[0].ToDate().DayOfWeek));
        Assert.Equal(Enumerable.Range(days[0].Value, 42), days.Select(day => day.Value));
        for (var day = first; day.Month == month; day = day.AddDays(1))
            Assert.Contains(DayNumber.From(day), days);
        Assert.Contains(DayNumber.From(first), weeks[0]);
    }

    [Fact]
    public void TryAdd_BeyondTheCalendar_IsNull()
    {
        Assert.Null(MonthGrid.TryAdd(new(1900, 1, 1), -1));
        Assert.Null(MonthGrid.TryAdd(new(2200, 1, 1), 1));
        Assert.Equal(new DateOnly(2026, 12, 1), MonthGrid.TryAdd(new(2026, 11, 1), 1));
    }

    [Fact]
    public void FirstOf_ADayBeforeTheCalendar_IsItsFirstMonth() =>
        Assert.Equal(new DateOnly(1900, 1, 1), MonthGrid.FirstOf(default));
}
