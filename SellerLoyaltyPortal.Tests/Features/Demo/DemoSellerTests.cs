using SellerLoyaltyPortal.Features.Demo;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Demo;

public sealed class DemoSellerTests
{
    [Theory]
    [InlineData("2026-11-20T12:49:59Z")] // a Friday, one second before the hour of the last purchase
    [InlineData("2026-11-20T12:50:00Z")]
    [InlineData("2026-11-22T10:00:00Z")]
    [InlineData("2026-07-03T11:50:00Z")] // summer time
    [InlineData("2026-12-31T23:59:59Z")]
    public void ShiftDays_AnyMoment_PutsTheLastPurchaseIntoTheWeekBefore(string moment)
    {
        var now = DateTimeOffset.Parse(moment, null);
        foreach (var demo in DemoSeller.All)
        {
            var shift = demo.ShiftDays(now);
            Assert.Equal(0, shift % 7);
            var wall = demo.LastPurchase.AddDays(shift);
            var last = BusinessCalendar.Of(demo.TimeZoneId).ToInstant(wall);
            Assert.True(last <= now);
            Assert.True(now - last < TimeSpan.FromDays(7) + TimeSpan.FromHours(1));
            Assert.Equal(demo.LastPurchase.DayOfWeek, wall.DayOfWeek);
        }
    }
}
