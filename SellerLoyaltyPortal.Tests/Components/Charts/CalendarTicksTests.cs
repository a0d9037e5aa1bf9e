using SellerLoyaltyPortal.Components.Charts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Components.Charts;

public sealed class CalendarTicksTests
{
    [Theory]
    [InlineData("2025-01-01", "2025-04-30", 4, "2025-01-01 2025-02-01 2025-03-01 2025-04-01")]
    [InlineData("2025-01-02", "2025-04-01", 4, "2025-02-01 2025-03-01 2025-04-01")]
    [InlineData(
        "2024-11-12",
        "2026-11-20",
        9,
        "2025-01-01 2025-04-01 2025-07-01 2025-10-01 2026-01-01 2026-04-01 2026-07-01 2026-10-01"
    )]
    [InlineData("2024-11-12", "2026-11-20", 4, "2025-01-01 2025-07-01 2026-01-01 2026-07-01")]
    [InlineData("2024-11-12", "2026-11-20", 3, "2025-01-01 2026-01-01")]
    [InlineData("1997-01-01", "2026-11-20", 4, "2000-01-01 2010-01-01 2020-01-01")]
    [InlineData("0001-01-01", "0001-02-01", 2, "0001-01-01 0001-02-01")]
    public void Of_DaysAndRoom_AreFirstDaysOfTheFinestStepThatFits(
        string low,
        string high,
        int most,
        string ticks
    ) =>
        Assert.Equal(
            ticks,
            string.Join(' ', CalendarTicks.Of(Day(low), Day(high), most).Select(t => new DayNumber((int)t)))
        );

    [Fact]
    public void Of_WithinOneMonth_AreNone() =>
        Assert.Empty(CalendarTicks.Of(Day("2025-01-02"), Day("2025-01-31"), 5));

    private static DayNumber Day(string text) => DayNumber.TryParse(text)!.Value;
}
