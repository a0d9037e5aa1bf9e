using Bunit;
using SellerLoyaltyPortal.Frame;

namespace SellerLoyaltyPortal.Tests.Support;

public sealed class PortalBunitContextTests : PortalBunitContext
{
    [Theory]
    [InlineData("ru", "На главную")]
    [InlineData("en", "To the start page")]
    public void Render_TextInTheReadersLanguage_IsFound(string language, string text)
    {
        using var culture = CultureScope.Of(language);

        var page = Render<NotFoundText>();

        Assert.Equal(text, page.Find("a").TextContent);
        page.Find("a").MarkupMatches($"<a class=\"btn\" href=\"/\">{text}</a>");
    }
}
