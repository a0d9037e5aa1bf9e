using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Features.Programs.Pages;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Pages;

public sealed class ConstructorAddressTests
{
    private static readonly ProgramLimits Limits = new();
    private static readonly ConstructorPoint Point = new(5_000, 10, 30, StackingPolicy.BestForBuyer);

    [Theory]
    [InlineData("1000", 1000L)]
    [InlineData("100000", 100000L)]
    [InlineData("999", null)]
    [InlineData("1050", null)]
    [InlineData("100100", null)]
    [InlineData("-1000", null)]
    [InlineData("1e4", null)]
    [InlineData("9223372036854775807", null)]
    [InlineData("<script>", null)]
    [InlineData(null, null)]
    public void Threshold_InAddress_IsTakenOnlyWithinTheLimits(string? text, long? expected) =>
        Assert.Equal(expected, ConstructorAddress.Threshold(text, Limits));

    [Theory]
    [InlineData("3", 3)]
    [InlineData("50", 50)]
    [InlineData("2", null)]
    [InlineData("51", null)]
    [InlineData("10.5", null)]
    [InlineData("99999999999", null)]
    public void Discount_InAddress_IsTakenOnlyWithinTheLimits(string? text, int? expected) =>
        Assert.Equal(expected, ConstructorAddress.Discount(text, Limits));

    [Theory]
    [InlineData("30", 30)]
    [InlineData("29", null)]
    [InlineData("365", 365)]
    [InlineData("366", null)]
    public void LifeDays_InAddress_AreTakenOnlyWithinTheLimits(string? text, int? expected) =>
        Assert.Equal(expected, ConstructorAddress.LifeDays(text, Limits));

    [Theory]
    [InlineData("LoyaltyAlways", StackingPolicy.LoyaltyAlways)]
    [InlineData("BestForBuyer", StackingPolicy.BestForBuyer)]
    [InlineData("1", null)]
    [InlineData("loyaltyalways", null)]
    [InlineData("Both", null)]
    public void Stacking_InAddress_IsTakenByItsName(string text, StackingPolicy? expected) =>
        Assert.Equal(expected, ConstructorAddress.Stacking(text));

    [Fact]
    public void Query_AnotherStacking_IsInIt() =>
        Assert.Equal(
            "?threshold=5000&discount=10&life=30&stacking=LoyaltyAlways",
            ConstructorAddress.Query(Point with { Stacking = StackingPolicy.LoyaltyAlways }, null)
        );

    [Fact]
    public void Query_DefaultDay_IsLeftOut()
    {
        Assert.Equal("?threshold=5000&discount=10&life=30", ConstructorAddress.Query(Point, null));
        Assert.Equal(
            "?threshold=5000&discount=10&life=30&asOf=2011-12-09",
            ConstructorAddress.Query(Point, DayNumber.Of(2011, 12, 9))
        );
    }
}
