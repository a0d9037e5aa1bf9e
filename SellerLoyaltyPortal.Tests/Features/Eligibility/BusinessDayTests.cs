using System.Globalization;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility;

/// <summary>Instants around the days on which a zone's clocks change, from calendar to total.</summary>
public sealed class BusinessDayTests
{
    [Theory]
    // Berlin, 23 hours on 2024-03-31 and 25 on 2024-10-27; Moscow changes no more; Cairo skips midnight.
    [InlineData("Europe/Berlin", "2024-03-30T22:59:59Z", "2024-03-30")]
    [InlineData("Europe/Berlin", "2024-03-30T23:00:00Z", "2024-03-31")]
    [InlineData("Europe/Berlin", "2024-03-31T21:59:59Z", "2024-03-31")]
    [InlineData("Europe/Berlin", "2024-03-31T22:00:00Z", "2024-04-01")]
    [InlineData("Europe/Berlin", "2024-10-26T22:00:00Z", "2024-10-27")]
    [InlineData("Europe/Berlin", "2024-10-27T22:59:59Z", "2024-10-27")]
    [InlineData("Europe/Berlin", "2024-10-27T23:00:00Z", "2024-10-28")]
    [InlineData("Europe/Moscow", "2024-02-28T20:59:59Z", "2024-02-28")]
    [InlineData("Europe/Moscow", "2024-02-28T21:00:00Z", "2024-02-29")]
    [InlineData("Africa/Cairo", "2024-04-25T21:59:59Z", "2024-04-25")]
    [InlineData("Africa/Cairo", "2024-04-25T22:00:00Z", "2024-04-26")]
    public void Calculate_PurchaseAtTheEdgeOfADay_CountsFromThatDayFor365(
        string zone,
        string instant,
        string day
    )
    {
        var boughtOn = BusinessCalendar
            .Of(zone)
            .DayOf(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));
        Assert.Equal(DayNumber.TryParse(day), boughtOn);
        var columns = SeededLedgers.Columns([BuyerTotalsCalculatorTests.Line(boughtOn, 1)]);
        Assert.False(IsInBaseOn(boughtOn - 1));
        Assert.True(IsInBaseOn(boughtOn));
        Assert.True(IsInBaseOn(boughtOn + 364));
        Assert.False(IsInBaseOn(boughtOn + 365));

        bool IsInBaseOn(DayNumber asOf) =>
            BuyerTotalsCalculator.Calculate(columns, EligibilityRule.Default, asOf).IsInBase(0);
    }

    [Theory]
    // Each around a change of its clocks; Apia had no 2011-12-30 at all.
    [InlineData("Europe/Moscow", "2014-10-25T22:00:00Z")]
    [InlineData("Europe/Berlin", "2024-03-31T01:00:00Z")]
    [InlineData("America/New_York", "2024-11-03T06:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2024-04-06T15:00:00Z")]
    [InlineData("Africa/Cairo", "2024-04-25T22:00:00Z")]
    [InlineData("Pacific/Apia", "2011-12-30T10:00:00Z")]
    public void Calculate_PurchasesAndReturnsAroundAClockChange_EqualNaiveUnderEveryRule(
        string zone,
        string change
    )
    {
        var calendar = BusinessCalendar.Of(zone);
        var at = DateTimeOffset.Parse(change, CultureInfo.InvariantCulture);
        var random = new Random(151);
        var (lines, naive) = (new List<LedgerLine>(), new List<LedgerLine>());
        foreach (var line in SeededLedgers.Lines(151, buyers: 10, lines: 150))
        {
            var bought = at.AddMinutes(random.Next(-4_000, 4_000));
            var back = bought.AddMinutes(random.Next(-100, 3_000));
            lines.Add(At(line, calendar.DayOf(bought), calendar.DayOf(back)));
            naive.Add(At(line, WallClock(bought), WallClock(back)));
        }
        var columns = SeededLedgers.Columns(lines);
        foreach (var rule in NaiveEligibility.AllRules(1, 2, 365))
        foreach (var later in new[] { -1, 0, 1, 2, 364, 366 })
            BuyerTotalsCalculatorTests.AssertEqualsNaive(naive, columns, rule, WallClock(at) + later);

        DayNumber WallClock(DateTimeOffset instant) =>
            DayNumber.From(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, calendar.Zone).DateTime));

        static LedgerLine At(LedgerLine line, DayNumber bought, DayNumber back) =>
            line with
            {
                BoughtOn = bought,
                ReturnedOn = line.ReturnedOn is null ? null : back,
            };
    }
}
