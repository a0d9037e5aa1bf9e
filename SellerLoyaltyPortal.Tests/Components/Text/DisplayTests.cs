using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Components.Text;

public sealed class DisplayTests
{
    [Theory]
    [InlineData("ru", "дек.\u00A02024")]
    [InlineData("en", "Dec\u00A02024")]
    public void Month_ByLanguage_IsAWordAndTheYear(string language, string expected)
    {
        using var _ = CultureScope.Of(language);

        Assert.Equal(expected, Display.Month(new(2024, 12, 9)));
    }

    [Theory]
    [InlineData("ru", 1595, "1\u202F595")]
    [InlineData("en", 1595, "1,595")]
    [InlineData("ru", -1_234_567, "\u22121\u202F234\u202F567")]
    [InlineData("en", 0, "0")]
    public void Count_ByLanguage_GroupsThousands(string language, long value, string expected)
    {
        using var _ = CultureScope.Of(language);

        Assert.Equal(expected, Display.Count(value));
    }

    [Theory]
    [InlineData("ru", 34, "+34")]
    [InlineData("ru", -504, "\u2212504")]
    [InlineData("en", 0, "0")]
    public void Difference_AnySign_ShowsIt(string language, long value, string expected)
    {
        using var _ = CultureScope.Of(language);

        Assert.Equal(expected, Display.Difference(value));
    }

    [Theory]
    [InlineData("ru", 0.37128, 1, "37,1\u00A0%")]
    [InlineData("en", 0.37128, 1, "37.1%")]
    [InlineData("en", 0.37128, 0, "37%")]
    [InlineData("en", double.NaN, 1, "–")]
    public void Share_ByLanguage_HasAsManyDecimalsAsAsked(
        string language,
        double fraction,
        int decimals,
        string expected
    )
    {
        using var _ = CultureScope.Of(language);

        Assert.Equal(expected, Display.Share(fraction, decimals));
    }

    [Theory]
    [InlineData("ru", "GBP", "1000", "£1\u202F000")]
    [InlineData("en", "GBP", "1000.5", "£1,000.50")]
    [InlineData("ru", "RUB", "1000.5", "1\u202F000,50\u00A0₽")]
    [InlineData("en", "RUB", "-1000", "\u22121,000\u00A0₽")]
    [InlineData("en", "USD", "-0.125", "\u2212$0.12")]
    [InlineData("ru", "EUR", "7", "7\u00A0€")]
    [InlineData("en", "EUR", "7", "€7")]
    [InlineData("en", "JPY", "7.5", "8\u00A0¥")]
    public void Money_ByLanguageAndCurrency_RoundsHalfToEvenAtTheMinorUnit(
        string language,
        string currency,
        string amount,
        string expected
    )
    {
        using var _ = CultureScope.Of(language);

        Assert.Equal(expected, Display.Money(Amount(amount), Currency.Of(currency)));
    }

    [Theory]
    [InlineData("ru", "480123", "£480\u00A0тыс.")]
    [InlineData("en", "5712345", "£5.71m")]
    [InlineData("en", "9999", "£9,999")]
    [InlineData("ru", "-12345", "\u2212£12,3\u00A0тыс.")]
    [InlineData("en", "2500000000", "£2.5bn")]
    public void MoneyShort_AnySize_HasThreeSignificantFigures(string language, string amount, string expected)
    {
        using var _ = CultureScope.Of(language);

        Assert.Equal(expected, Display.MoneyShort(Amount(amount), Currency.Gbp));
    }

    [Theory]
    [InlineData("ru", "9\u00A0декабря\u00A02011", "09.12.2011")]
    [InlineData("en", "9\u00A0December\u00A02011", "9\u00A0Dec\u00A02011")]
    public void Date_ByLanguage_NamesTheMonthOrNumbersIt(string language, string date, string dateShort)
    {
        using var _ = CultureScope.Of(language);
        var day = DayNumber.Of(2011, 12, 9);

        Assert.Equal(date, Display.Date(day));
        Assert.Equal(dateShort, Display.DateShort(day));
    }

    [Fact]
    public void Moment_SellersZone_IsOnItsClock()
    {
        using var _ = CultureScope.Of("ru");
        var instant = new DateTimeOffset(2026, 1, 1, 22, 5, 0, TimeSpan.Zero);

        Assert.Equal("02.01.2026\u00A001:05", Display.Moment(instant, BusinessCalendar.Of("Europe/Moscow")));
    }

    private static Money Amount(string text) =>
        Money.FromDecimal(decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
}
