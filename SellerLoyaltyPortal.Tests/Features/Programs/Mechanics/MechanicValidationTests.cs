using System.Globalization;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Mechanics;

public sealed class MechanicValidationTests
{
    private static readonly ProgramLimits Limits = new();

    [Theory]
    [InlineData("999.9999", "ThresholdOutOfLimits")]
    [InlineData("1000", null)]
    [InlineData("1000.0001", "ThresholdOffStep")]
    [InlineData("1050", "ThresholdOffStep")]
    [InlineData("1100", null)]
    [InlineData("99900", null)]
    [InlineData("100000", null)]
    [InlineData("100000.0001", "ThresholdOutOfLimits")]
    [InlineData("100100", "ThresholdOutOfLimits")]
    [InlineData("0", "ThresholdOutOfLimits")]
    [InlineData("-5000", "ThresholdOutOfLimits")]
    public void Check_Threshold_IsHeldAgainstLimitsAndStep(string threshold, string? code)
    {
        var amount = Money.FromDecimal(decimal.Parse(threshold, CultureInfo.InvariantCulture));

        var errors = MechanicValidation.Check(
            new ThresholdDiscount(amount, Percent.FromWhole(10), EligibilityRule.Default),
            Limits
        );

        Assert.Equal(code is null ? [] : [code], errors.Select(e => e.Code));
        Assert.All(errors, e => Assert.Equal("Threshold", e.Path));
    }

    [Theory]
    [InlineData(0, "DiscountOutOfLimits")]
    [InlineData(299, "DiscountOutOfLimits")]
    [InlineData(300, null)]
    [InlineData(350, "DiscountOffStep")]
    [InlineData(400, null)]
    [InlineData(5_000, null)]
    [InlineData(5_001, "DiscountOutOfLimits")]
    [InlineData(5_100, "DiscountOutOfLimits")]
    [InlineData(-1_000, "DiscountOutOfLimits")]
    public void Check_Discount_IsHeldAgainstLimitsAndStep(int basisPoints, string? code)
    {
        var errors = MechanicValidation.Check(
            new ThresholdDiscount(Money.FromUnits(1_000), new(basisPoints), EligibilityRule.Default),
            Limits
        );

        Assert.Equal(code is null ? [] : [code], errors.Select(e => e.Code));
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    [InlineData(365, true)]
    [InlineData(366, false)]
    [InlineData(0, false)]
    [InlineData(-30, false)]
    public void CheckLife_Days_AreHeldAgainstLimits(int days, bool isAllowed) =>
        Assert.Equal(isAllowed, MechanicValidation.CheckLife(days, Limits).Count == 0);

    [Theory]
    [InlineData(MechanicValidation.LongestWindowDays, 0)]
    [InlineData(MechanicValidation.LongestWindowDays + 1, 1)]
    public void Check_Window_IsHeldAgainstTheLongest(int days, int errors) =>
        Assert.Equal(
            errors,
            MechanicValidation
                .Check(
                    new ThresholdDiscount(
                        Money.FromUnits(1_000),
                        Percent.FromWhole(10),
                        new EligibilityRule { WindowDays = days }
                    ),
                    Limits
                )
                .Count
        );

    [Fact]
    public void CheckLife_TooShort_NamesTheFieldAndTheLimits()
    {
        var error = Assert.Single(MechanicValidation.CheckLife(29, Limits));

        Assert.Equal(("MinimumLifeOutOfLimits", "MinimumLifeDays"), (error.Code, error.Path));
    }

    [Fact]
    public void Check_EverythingWrong_SaysEverything()
    {
        var offer = new ThresholdDiscount(
            Money.FromUnits(1),
            Percent.FromWhole(99),
            new EligibilityRule { WindowDays = 4_000 }
        );

        var errors = MechanicValidation.Check(offer, Limits);

        Assert.Equal(
            ["ThresholdOutOfLimits", "DiscountOutOfLimits", "WindowTooLong"],
            errors.Select(e => e.Code)
        );
    }

    [Fact]
    public void Check_OutOfLimits_NamesTheLimits()
    {
        var error = MechanicValidation.CheckThreshold(Money.FromUnits(1), Limits)!;

        Assert.Equal([Money.FromUnits(1_000), Money.FromUnits(100_000)], error.Arguments);
    }
}
