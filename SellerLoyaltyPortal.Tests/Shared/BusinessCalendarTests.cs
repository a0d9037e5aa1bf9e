using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Shared;

public sealed class BusinessCalendarTests
{
    [Theory]
    [InlineData("Europe/Moscow", "2026-11-22T20:59:59Z", "2026-11-22")]
    [InlineData("Europe/Moscow", "2026-11-22T21:00:00Z", "2026-11-23")]
    [InlineData("Europe/London", "2026-03-29T00:59:59Z", "2026-03-29")]
    [InlineData("Europe/London", "2026-06-30T23:00:00Z", "2026-07-01")]
    [InlineData("America/New_York", "2024-02-29T04:59:59Z", "2024-02-28")]
    [InlineData("America/New_York", "2024-02-29T05:00:00Z", "2024-02-29")]
    [InlineData("Asia/Kathmandu", "2026-01-01T18:14:59Z", "2026-01-01")]
    [InlineData("Asia/Kathmandu", "2026-01-01T18:15:00Z", "2026-01-02")]
    // West of the date line until 1979 (then UTC−10:40), and before the epoch.
    [InlineData("Pacific/Kiritimati", "1969-12-31T10:00:00Z", "1969-12-30")]
    public void DayOf_AnInstant_IsTheDateOnTheWallClock(string zone, string instant, string day) =>
        Assert.Equal(
            DayNumber.TryParse(day),
            BusinessCalendar
                .Of(zone)
                .DayOf(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture))
        );

    [Theory]
    [InlineData("Europe/Moscow")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("America/Sao_Paulo")]
    [InlineData("Africa/Casablanca")]
    [InlineData("Asia/Gaza")]
    public void DayOf_HalfHoursOfThirtyYears_AgreesWithTheFramework(string zoneId)
    {
        var calendar = BusinessCalendar.Of(zoneId);
        var random = new Random(20261122);
        var start = new DateTimeOffset(1996, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < 20_000; i++)
        {
            var instant = start.AddMinutes(30L * random.Next(30 * 365 * 48)).AddSeconds(random.Next(-1, 2));

            var local = TimeZoneInfo.ConvertTime(instant, calendar.Zone);

            Assert.Equal(DayNumber.From(DateOnly.FromDateTime(local.DateTime)), calendar.DayOf(instant));
        }
    }

    [Theory]
    [InlineData("Europe/Moscow")]
    [InlineData("America/New_York")]
    [InlineData("America/Asuncion")]
    [InlineData("Africa/Casablanca")]
    [InlineData("Asia/Beirut")]
    public void DayOf_WholeStretch_IsOneDay(string zoneId)
    {
        // Beirut and Asunción set the clock back at midnight: the last hour of a day comes twice.
        var calendar = BusinessCalendar.Of(zoneId);
        var at = new DateTimeOffset(2005, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        for (var i = 0; i < 3_000; i++)
        {
            var day = calendar.DayOf(at, out var from, out var until);
            Assert.InRange(at, from, until - 1);
            Assert.Equal((day, day), (calendar.DayOf(from), calendar.DayOf(until - 1)));
            at = until;
        }
    }

    [Theory]
    [InlineData("Europe/Moscow", "2026-11-23", "2026-11-22T21:00:00Z")]
    [InlineData("Europe/London", "2026-10-25", "2026-10-24T23:00:00Z")]
    // Clocks went from 24:00 to 01:00: the day began at 01:00.
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z")]
    // Clocks went back at 24:00 to 23:00: midnight of the new day is there once.
    [InlineData("America/Sao_Paulo", "2018-02-18", "2018-02-18T03:00:00Z")]
    public void StartOf_ADay_IsItsFirstInstant(string zone, string day, string instant)
    {
        var calendar = BusinessCalendar.Of(zone);

        var start = calendar.StartOf(DayNumber.TryParse(day)!.Value);

        Assert.Equal(
            DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture),
            start.ToUniversalTime()
        );
        Assert.Equal(DayNumber.TryParse(day), calendar.DayOf(start));
        Assert.Equal(DayNumber.TryParse(day)!.Value - 1, calendar.DayOf(start.AddSeconds(-1)));
    }

    [Fact]
    public void ToInstant_ATimeThatOccursTwice_IsTheEarlier()
    {
        var calendar = BusinessCalendar.Of("America/New_York");

        Assert.Equal(
            new DateTimeOffset(2026, 11, 1, 5, 30, 0, TimeSpan.Zero),
            calendar.ToInstant(new DateTime(2026, 11, 1, 1, 30, 0)).ToUniversalTime()
        );
    }

    [Fact]
    public void ToInstant_ATimeThatIsSkipped_TakesTheOldOffset()
    {
        var calendar = BusinessCalendar.Of("America/New_York");

        Assert.Equal(
            new DateTimeOffset(2026, 3, 8, 7, 30, 0, TimeSpan.Zero),
            calendar.ToInstant(new DateTime(2026, 3, 8, 2, 30, 0)).ToUniversalTime()
        );
    }
}
