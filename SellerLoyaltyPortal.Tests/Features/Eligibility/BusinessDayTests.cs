using System.Globalization;
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
}
