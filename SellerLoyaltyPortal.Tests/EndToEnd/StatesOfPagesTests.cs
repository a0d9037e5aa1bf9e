namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>What a page looks like after something was done on it: no address leads there.</summary>
public sealed class StatesOfPagesTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Seller = "/sellers/cdnow";

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public Task HeatMap_ShowingTheGrowthNeeded_Fits(string language) =>
        BrowseAsync(
            new(language, Person: DemoPeople.Owner),
            async session =>
            {
                await session.GoAsync($"{Seller}/constructor?threshold=1000");

                await session.Page.Locator(".toggle [aria-pressed=false]").Last.ClickAsync();

                await Expect(session.Page.Locator(".toggle [aria-pressed=true]").Last).ToBeVisibleAsync();
                await PageLook.LookAsync(session, "state-heat-map-uplift", language);
            },
            $"HeatMap.{language}"
        );

    [Fact]
    public Task Constructor_ByKeyboardAlone_LeadsToASavedDraft() =>
        BrowseAsync(
            new("en", Person: DemoPeople.Owner),
            async session =>
            {
                var (page, desk) = (session.Page, new ConstructorDesk(session, "cdnow"));
                await desk.OpenAsync();
                await Tab(page, "#name");
                await page.Keyboard.PressAsync("Control+A");
                await page.Keyboard.TypeAsync("Without a mouse");
                await Tab(page, "#threshold");
                var before = await desk.Qualifying.TextContentAsync();

                await page.Keyboard.PressAsync("Home");

                await Expect(desk.ExactThreshold).ToHaveValueAsync("1,000");
                await Expect(desk.Qualifying).Not.ToHaveTextAsync(before!);
                await Tab(page, "#discount");
                await page.Keyboard.PressAsync("ArrowRight");
                await Tab(page, ".page-actions button.btn:not(.primary)", "Shift+Tab");
                await page.Keyboard.PressAsync("Enter");
                await page.WaitForFunctionAsync("() => location.pathname.includes('/constructor/')");
                await Expect(page.Locator("h1")).ToHaveTextAsync("Without a mouse");
                Assert.Empty(session.Complaints);
            }
        );

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public Task Constructor_NumberThatMatters_IsTheLargestOnThePage(int width) =>
        BrowseAsync(
            new("ru", Width: width, Person: DemoPeople.Owner),
            async session =>
            {
                var desk = new ConstructorDesk(session, "cdnow");
                await desk.OpenAsync();

                var largest = await session.Page.EvaluateAsync<string>(
                    """
                    () => {
                        const sizes = [...document.querySelectorAll("body *")]
                            .filter(e => !e.closest(".sym, svg") && !e.classList.contains("sym"))
                            .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
                            .filter(e => e.checkVisibility())
                            .map(e => ({ size: parseFloat(getComputedStyle(e).fontSize), name: e.dataset.figure ?? e.tagName }));
                        const most = Math.max(...sizes.map(s => s.size));
                        return sizes.filter(s => s.size === most).map(s => s.name).join(" ");
                    }
                    """
                );

                Assert.Equal("qualify", largest);
            },
            $"Largest.{width}"
        );

    // As a person does: on and on until it is there, and seen to be.
    private static async Task Tab(Microsoft.Playwright.IPage page, string target, string key = "Tab")
    {
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync(key);
            var focus = await page.EvaluateAsync<string>(
                """
                target => {
                  const at = document.activeElement;
                  if (!at.matches(target)) return "elsewhere";
                  const seen = [at, at.parentElement].some(e => getComputedStyle(e).outlineStyle !== "none");
                  return seen ? "seen" : "unseen";
                }
                """,
                target
            );
            if (focus == "elsewhere")
                continue;
            Assert.Equal("seen", focus);
            return;
        }
        Assert.Fail($"{key} does not lead to {target}");
    }
}
