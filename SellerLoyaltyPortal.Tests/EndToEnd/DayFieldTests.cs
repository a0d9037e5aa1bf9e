namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>A day typed and picked, as people of both languages do it.</summary>
public sealed class DayFieldTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Theory]
    [InlineData("ru", "22.11.2025", "01.10.2025")]
    [InlineData("en", "22 Nov 2025", "1 Oct 2025")]
    public Task Day_TypedThenPickedByKeys_StandsInTheAddress(string language, string typed, string picked) =>
        BrowseAsync(
            new(language, Person: DemoPeople.Owner),
            async session =>
            {
                var page = session.Page;
                await session.GoAsync("/sellers/online-retail/buyers");
                var field = page.Locator("#asOf");

                await field.FillAsync(typed);
                await field.PressAsync("Enter");
                await page.WaitForFunctionAsync("() => location.search.includes('asOf=2025-11-22')");

                var menu = page.Locator(".day-field", new() { Has = field });
                await menu.Locator("summary").PressAsync("Enter");
                await menu.Locator("[data-calendar-back=month]").ClickAsync();
                // The first day of October is a Wednesday.
                await menu.Locator("td button").First.FocusAsync();
                await page.Keyboard.PressAsync("ArrowRight");
                await page.Keyboard.PressAsync("ArrowRight");
                await page.Keyboard.PressAsync("Enter");

                await page.WaitForFunctionAsync("() => location.search.includes('asOf=2025-10-01')");
                await Expect(field).ToHaveValueAsync(picked);
                await Expect(menu.Locator("[data-calendar]")).ToBeHiddenAsync();
                await PageLook.CheckAsync(
                    session,
                    new("/sellers/online-retail/buyers", DemoPeople.Owner),
                    [new(language)]
                );
            }
        );
}
