using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;

namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>
/// Every page that exists, in both languages and themes, wide and narrow: it fits, speaks in words, complains
/// of nothing and can be used without eyes or mouse as far as axe can tell. The pictures stay in
/// <c>Output/pages/</c>.
/// </summary>
public sealed class EveryPageTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    public static TheoryData<string> Addresses => [.. PageUnderTest.All.Select(page => page.Address)];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_InEveryLook_FitsSpeaksInWordsAndHasNoBarrier(string address)
    {
        var page = PageUnderTest.All.Single(p => p.Address == address);
        foreach (var language in new[] { "ru", "en" })
            await BrowseAsync(
                new(language, Person: page.Person),
                session => PageLook.CheckAsync(session, page, language),
                $"{page.Name}.{language}"
            );
    }

    [Fact]
    public Task Axe_PlantedBarrier_IsReported() =>
        BrowseAsync(async session =>
        {
            await session.Page.SetContentAsync(
                "<html lang=\"en\"><title>t</title><body><main><h1>t</h1><button></button></main></body></html>"
            );

            var found = await session.Page.RunAxe();

            Assert.Contains(found.Violations, v => v.Id == "button-name" && v.Impact is "critical");
        });

    [Theory]
    [InlineData("/sellers/online-retail/buyers/14646?segment=Champions")]
    [InlineData("/sellers/online-retail/overview?tour=1")]
    [InlineData("/sellers/online-retail/buyers?segment=Champions")]
    public Task PageBelow_InEveryLook_FitsSpeaksInWordsAndHasNoBarrier(string address) =>
        BrowseAsync(
            new("ru", Person: DemoPeople.Owner),
            session => PageLook.CheckAsync(session, new(address, DemoPeople.Owner), "ru")
        );

    [Fact]
    public Task BuyersPage_BelowAFilter_LeadsBackToTheFilteredList() =>
        BrowseAsync(
            new("en", Person: DemoPeople.Owner),
            async session =>
            {
                await session.GoAsync("/sellers/online-retail/buyers/14646?segment=Champions");

                await session.Page.Locator(".crumbs a").ClickAsync();

                await Expect(session.Page)
                    .ToHaveURLAsync(new Regex("/sellers/online-retail/buyers\\?segment=Champions$"));
            }
        );
}
