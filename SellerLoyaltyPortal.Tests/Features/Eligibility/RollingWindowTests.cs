using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility;

public sealed class RollingWindowTests
{
    private static readonly DayNumber LastDay = DayNumber.From(DateOnly.MaxValue);

    [Theory]
    [InlineData(1)]
    [InlineData(365)]
    [InlineData(3_650)]
    public void LeavesOn_AnyLength_IsTheFirstDateWhoseWindowLacksTheDay(int days)
    {
        var day = DayNumber.Of(2024, 2, 29);
        var leaves = RollingWindow.LeavesOn(day, days);
        Assert.True(RollingWindow.EndingOn(leaves - 1, days).Contains(day));
        Assert.False(RollingWindow.EndingOn(leaves, days).Contains(day));
    }

    [Theory]
    [InlineData(9_999, 12, 1)]
    [InlineData(2024, 2, 29)]
    public void LeavesOn_BeyondTheLastDate_IsTheLastDate(int year, int month, int day) =>
        Assert.Equal(LastDay, RollingWindow.LeavesOn(DayNumber.Of(year, month, day), int.MaxValue));
}
