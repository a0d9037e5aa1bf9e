using System.Globalization;
using SellerLoyaltyPortal.Components.Text;

namespace SellerLoyaltyPortal.Tests.Components.Text;

public sealed class TextExtensionsTests
{
    [Theory]
    [InlineData("ru", 1, 0)]
    [InlineData("ru", 21, 0)]
    [InlineData("ru", 101, 0)]
    [InlineData("ru", 2, 1)]
    [InlineData("ru", 24, 1)]
    [InlineData("ru", 1002, 1)]
    [InlineData("ru", 0, 2)]
    [InlineData("ru", 5, 2)]
    [InlineData("ru", 11, 2)]
    [InlineData("ru", 12, 2)]
    [InlineData("ru", 14, 2)]
    [InlineData("ru", 111, 2)]
    [InlineData("ru", 112, 2)]
    [InlineData("ru", -1, 0)]
    [InlineData("en", 1, 0)]
    [InlineData("en", 0, 1)]
    [InlineData("en", 21, 1)]
    public void PluralForm_ByLanguage_FollowsCldr(string language, long count, int form) =>
        Assert.Equal(form, TextExtensions.PluralForm(CultureInfo.GetCultureInfo(language), count));
}
