using Bunit;
using SellerLoyaltyPortal.Components;

namespace SellerLoyaltyPortal.Tests.Support;

public sealed class PortalBunitContextTests : PortalBunitContext
{
    [Theory]
    [InlineData("ru", "На главную")]
    [InlineData("en", "To the start page")]
    public void Render_TextInTheReadersLanguage_IsFound(string language, string text)
    {
        using var culture = CultureScope.Of(language);

        var page = Render<NotFoundPage>();

        Assert.Equal(text, page.Find("a").TextContent);
        page.Find("a").MarkupMatches($"<a href=\"/\">{text}</a>");
    }
}
