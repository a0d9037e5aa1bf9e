using Microsoft.Playwright;

namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>What only hands notice: where the focus goes, what the way back shows, what a change of language keeps.</summary>
public sealed class HandsTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Constructor = "/sellers/online-retail/constructor";

    private static readonly BrowserLook Owner = new("en", Person: DemoPeople.Owner);

    [Fact]
    public Task Dialog_Cancelled_GivesTheFocusBack() =>
        BrowseAsync(
            Owner,
            async session =>
            {
                await session.GoAsync(Constructor + "?threshold=5000");
                var launch = session.Page.Locator(".page-actions .btn.primary");
                await launch.PressAsync("Enter");
                await session.Page.Locator("dialog .btn:not(.primary)").ClickAsync();

                await Expect(launch).ToBeFocusedAsync();

                var why = session.Page.Locator("details.why").First;
                await why.Locator("summary").PressAsync("Enter");
                await Expect(why).ToHaveAttributeAsync("open", "");
                await session.Page.Keyboard.PressAsync("Escape");

                await Expect(why).Not.ToHaveAttributeAsync("open", "");
                await Expect(why.Locator("summary")).ToBeFocusedAsync();
            }
        );

    [Fact]
    public Task Filter_BackAndForward_ShowsWhatTheAddressSays() =>
        BrowseAsync(
            Owner,
            async session =>
            {
                var page = session.Page;
                await session.GoAsync("/sellers/online-retail/buyers");
                var segment = page.Locator("#segment");
                await segment.SelectOptionAsync("Champions");
                await page.WaitForFunctionAsync("() => location.search.includes('segment=Champions')");

                await page.GoBackAsync();
                await Expect(segment).ToHaveValueAsync("");
                await page.GoForwardAsync();

                await Expect(segment).ToHaveValueAsync("Champions");
            }
        );

    [Fact]
    public Task Day_ChosenInTheConstructor_GoesAlongToTheNextPage() =>
        BrowseAsync(
            Owner,
            async session =>
            {
                var page = session.Page;
                await session.GoAsync(Constructor + "?threshold=5000");
                await page.Locator(".day-field.is-chip summary").ClickAsync();
                await page.Locator(".day-panel input").FillAsync("01/11/2026");
                await page.Locator(".day-panel input").PressAsync("Enter");
                await page.WaitForFunctionAsync("() => location.search.includes('asOf=2026-11-01')");

                // The rail follows a moment after the address.
                await page.Locator(".rail-nav a[href*='/buyers?asOf=2026-11-01']").ClickAsync();

                await page.WaitForFunctionAsync("() => location.pathname.endsWith('/buyers')");
                await page.WaitForFunctionAsync("() => location.search.includes('asOf=2026-11-01')");
            }
        );

    [Fact]
    public Task Chart_EnterOnAPoint_ChoosesIt() =>
        BrowseAsync(
            Owner,
            async session =>
            {
                await session.GoAsync(Constructor + "?threshold=5000");
                var plot = session.Page.Locator("[data-chart-plot]").First;
                await plot.PressAsync("Home");
                await plot.PressAsync("ArrowRight");
                await plot.PressAsync("Enter");

                await Expect(session.Page.Locator("#threshold-exact")).ToHaveValueAsync("2,000");
                await Expect(plot).ToBeFocusedAsync();
            }
        );

    [Fact]
    public Task Language_Switched_KeepsThePageAndWhatWasTyped() =>
        BrowseAsync(
            Owner,
            async session =>
            {
                var page = session.Page;
                await session.GoAsync(Constructor + "?threshold=20000");
                await page.Locator("#name").FillAsync("Typed before");

                await page.Locator(".rail-foot .language button").ClickAsync();

                await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "ru");
                await Expect(page.Locator("#name"))
                    .ToHaveValueAsync(
                        "Typed before",
                        new LocatorAssertionsToHaveValueOptions { Timeout = 30_000 }
                    );
                await Expect(page.Locator("#threshold-exact")).ToHaveValueAsync("20\u202F000");
                // The person is remembered by their language: the next test finds it as it was.
                await page.Locator(".rail-foot .language button").ClickAsync();
                await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
            }
        );
}
