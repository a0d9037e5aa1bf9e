using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using SellerLoyaltyPortal.Tests.Architecture;

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
        await InBothLanguagesAsync(
            page.Person,
            page.Name,
            (session, language) => PageLook.CheckAsync(session, page, language)
        );
    }

    /// <summary>At the same time, in a window each: while one is drawn, axe reads the other.</summary>
    private async Task InBothLanguagesAsync(
        string? person,
        string name,
        Func<BrowserSession, string, Task> test
    )
    {
        await SignedInAsync(person);
        await Task.WhenAll(
            ((string[])["ru", "en"]).Select(language =>
                BrowseAsync(
                    new(language, Person: person),
                    session => test(session, language),
                    $"{name}.{language}"
                )
            )
        );
    }

    /// <summary>What shows a seller's data, and what stands there when a million have bought.</summary>
    public static TheoryData<string> MillionAddresses =>
        [
            .. PageUnderTest
                .All.Select(page => page.Address)
                .Where(address => ShowsData(address))
                .Select(address =>
                    address.Replace("online-retail", MillionBuyers.Slug, StringComparison.Ordinal)
                ),
            $"/sellers/{MillionBuyers.Slug}/buyers/b0000001",
        ];

    // The others are the same whoever has bought.
    private static bool ShowsData(string address) =>
        address.StartsWith("/sellers/", StringComparison.Ordinal)
        && !((string[])["/help", "/journal", "/members", "/format", "/compare", "/programs"]).Any(end =>
            address.EndsWith(end, StringComparison.Ordinal)
        );

    [Theory]
    [MemberData(nameof(MillionAddresses))]
    public async Task Page_OfAMillionBuyers_FitsSpeaksInWordsAndHasNoBarrier(string address)
    {
        await BringMillionAsync();
        foreach (
            var look in (BrowserLook[])
                [new("ru", "light", 1440, DemoPeople.Owner), new("en", "dark", 390, DemoPeople.Owner)]
        )
            await BrowseAsync(
                look,
                async session =>
                {
                    // The ledger is read once, and the models are fitted to everybody.
                    session.Page.SetDefaultTimeout(120_000);
                    await PageLook.CheckAsync(session, new(address, DemoPeople.Owner), [look]);
                },
                $"Million.{look}"
            );
    }

    [Fact]
    public async Task PagesOfPrograms_InEveryLook_FitSpeakInWordsAndHaveNoBarrier()
    {
        string[] addresses = [];
        await BrowseAsync(
            new("ru", Person: DemoPeople.Owner),
            async session =>
            {
                var desk = new ConstructorDesk(session, "cdnow");
                var first = await desk.SaveDraftAsync("За сто", 1_000);
                var second = await desk.SaveDraftAsync("За двести", 2_000);
                addresses =
                [
                    .. PageUnderTest
                        .WithId.Values.Where(a => a.Contains("{0}", StringComparison.Ordinal))
                        .Select(a => a.Replace("{0}", first, StringComparison.Ordinal)),
                    "/sellers/cdnow/programs",
                    $"/sellers/cdnow/programs/compare?ids={first},{second}",
                ];
            },
            "Programs.Drafts"
        );
        await InBothLanguagesAsync(
            DemoPeople.Owner,
            "Programs",
            async (session, language) =>
            {
                foreach (var address in addresses)
                    await PageLook.CheckAsync(session, new(address, DemoPeople.Owner), language);
            }
        );
    }

    [Fact]
    public void Routes_All_AreLookedAt()
    {
        Assert.True(PageUnderTest.Templates.Count > 20);
        Guard.NothingFound(PageUnderTest.Unseen(PageUnderTest.Templates), "addresses that no test looks at:");
    }

    [Fact]
    public void Routes_PlantedPageThatNobodyLooksAt_IsReported() =>
        Assert.Single(PageUnderTest.Unseen([.. PageUnderTest.Templates, "/sellers/{Seller}/planted/{Id}"]));

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
    [InlineData("/sellers/online-retail/help#near")]
    [InlineData("/sellers/cdnow/settings")]
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
