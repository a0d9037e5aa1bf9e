using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>
/// Base of every browser test. <c>BrowseAsync</c> gives the test a fresh person (own cookies) and
/// leaves a screenshot and the browser's log in <c>Output/</c> when it fails.
/// </summary>
[Collection(BrowserSuite.Name)]
[Trait("Category", "Browser")]
public abstract class BrowserTest(BrowserFixture fixture)
{
    protected PortalProcess Portal => fixture.Portal;

    /// <inheritdoc cref="BrowserFixture.BringMillionAsync"/>
    protected Task BringMillionAsync() => fixture.BringMillionAsync();

    /// <summary>Whose session is there before several windows ask for it at once; nobody needs none.</summary>
    protected Task SignedInAsync(string? person) =>
        person is null ? Task.CompletedTask : fixture.CookiesOfAsync(person);

    protected Task BrowseAsync(Func<BrowserSession, Task> test, [CallerMemberName] string name = "") =>
        BrowseAsync(new(), test, name);

    protected async Task BrowseAsync(
        BrowserLook look,
        Func<BrowserSession, Task> test,
        [CallerMemberName] string name = ""
    )
    {
        await using var session = await BrowserSession.OpenAsync(fixture, look);
        try
        {
            await test(session);
        }
        catch
        {
            await session.SaveAsync($"{GetType().Name}.{name}");
            throw;
        }
    }

    protected static IPageAssertions Expect(IPage page) => Assertions.Expect(page);

    protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
