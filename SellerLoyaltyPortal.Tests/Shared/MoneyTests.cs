using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Shared;

public sealed class MoneyTests
{
    [Fact]
    public void DivideHalfToEven_EverySmallPair_AgreesWithDecimal()
    {
        for (var numerator = -60; numerator <= 60; numerator++)
        for (var denominator = -12; denominator <= 12; denominator++)
            if (denominator != 0)
                Assert.Equal(
                    (long)decimal.Round((decimal)numerator / denominator, 0, MidpointRounding.ToEven),
                    Money.DivideHalfToEven(numerator, denominator)
                );
    }

    [Fact]
    public void Add_PastTheLargest_IsAnOverflowAndNotAWrap()
    {
        var largest = new Money(long.MaxValue);

        Assert.Throws<OverflowException>(() => largest + new Money(1));
        Assert.Throws<OverflowException>(() => new Money(long.MinValue) - new Money(1));
        Assert.Throws<OverflowException>(() => largest * 2);
        Assert.Throws<OverflowException>(() => -new Money(long.MinValue));
        Assert.Throws<OverflowException>(() => Money.FromUnits(long.MaxValue));
    }

    [Fact]
    public void FromDecimal_FiveDecimals_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Money.FromDecimal(0.00001m));

    [Theory]
    [InlineData("0.0001", 1)]
    [InlineData("-12.3456", -123456)]
    [InlineData("20000000.01", 200_000_000_100)]
    public void FromDecimal_UpToFourDecimals_IsExact(string units, long expected) =>
        Assert.Equal(
            expected,
            Money
                .FromDecimal(decimal.Parse(units, System.Globalization.CultureInfo.InvariantCulture))
                .TenThousandths
        );

    [Theory]
    [InlineData(10_000, 1, 3, 3_333)]
    [InlineData(10_000, 2, 3, 6_667)]
    [InlineData(-10_000, 2, 3, -6_667)]
    [InlineData(5, 1, 2, 2)]
    [InlineData(7, 1, 2, 4)]
    public void Fraction_OfALine_IsRoundedHalfToEven(long amount, long part, long whole, long expected) =>
        Assert.Equal(expected, new Money(amount).Fraction(part, whole).TenThousandths);

    [Theory]
    [InlineData(10, "RUB", "0.05", "0")] // 0.005 → 0.00 (even)
    [InlineData(10, "RUB", "0.15", "0.02")] // 0.015 → 0.02 (even)
    [InlineData(10, "RUB", "-0.15", "-0.02")]
    [InlineData(10, "JPY", "25", "2")]
    [InlineData(50, "GBP", "279489.02", "139744.51")]
    public void Percent_OfAnAmount_RoundsOnceAtTheMinorUnit(
        int percent,
        string currency,
        string amount,
        string expected
    )
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;

        Assert.Equal(
            Money.FromDecimal(decimal.Parse(expected, culture)),
            Percent
                .FromWhole(percent)
                .Of(Money.FromDecimal(decimal.Parse(amount, culture)), Currency.Of(currency))
        );
    }
}
