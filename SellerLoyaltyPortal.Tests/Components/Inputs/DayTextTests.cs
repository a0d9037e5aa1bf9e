using SellerLoyaltyPortal.Components.Inputs;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Components.Inputs;

public sealed class DayTextTests
{
    private static readonly DayNumber Day = DayNumber.Of(2011, 12, 9);

    [Theory]
    [InlineData("ru", "09.12.2011")]
    [InlineData("en", "9 Dec 2011")]
    public void Of_ADay_IsReadBackInTheSameLanguage(string language, string text)
    {
        using var _ = CultureScope.Of(language);

        Assert.Equal(text, DayText.Of(Day));
        Assert.Equal(Day, DayText.Read(text));
    }

    [Theory]
    [InlineData("ru", "2011-12-09")]
    [InlineData("en", "2011-12-09")]
    [InlineData("ru", " 9.12.2011 ")]
    [InlineData("en", "09/12/2011")]
    [InlineData("en", "9 December 2011")]
    [InlineData("ru", "9 декабря 2011")]
    [InlineData("ru", "9\u00A0декабря\u00A02011")]
    public void Read_AsPeopleType_IsThatDay(string language, string text)
    {
        using var _ = CultureScope.Of(language);

        Assert.Equal(Day, DayText.Read(text));
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public void Read_EveryDayOfAYear_IsWhatWasWritten(string language)
    {
        using var _ = CultureScope.Of(language);

        for (var day = DayNumber.Of(2024, 1, 1); day <= DayNumber.Of(2024, 12, 31); day += 1)
            Assert.Equal(day, DayText.Read(DayText.Of(day)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("31.02.2011")]
    [InlineData("12/31/2011")]
    [InlineData("tomorrow")]
    public void Read_NoDay_IsNull(string? text) => Assert.Null(DayText.Read(text));
}
