using Microsoft.Playwright;

namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>The connection is cut while somebody works: the portal says so and loses nothing that was typed.</summary>
public sealed class ConnectionTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    /// <summary>Lets a test take the network from the page and give it back.</summary>
    private const string Switch = """
        (() => {
          const sockets = new Set();
          let cut = false;
          window.WebSocket = new Proxy(window.WebSocket, {
            construct(type, args) {
              if (cut) throw new Error("no network");
              const socket = new type(...args);
              sockets.add(socket);
              return socket;
            },
          });
          const real = window.fetch;
          window.fetch = (...args) => (cut ? Promise.reject(new TypeError("no network")) : real(...args));
          window.cutNetwork = () => {
            cut = true;
            for (const socket of sockets) socket.close();
          };
          window.mendNetwork = () => {
            cut = false;
          };
        })();
        """;

    private static readonly BrowserLook Owner = new("en", Person: DemoPeople.Owner);

    [Fact]
    public Task Connection_CutAndRestored_TakesOverWhatWasTypedMeanwhile() =>
        BrowseAsync(
            Owner,
            async session =>
            {
                var page = session.Page;
                await page.AddInitScriptAsync(Switch);
                var desk = new ConstructorDesk(session, "online-retail");
                await desk.OpenAsync("?asOf=2026-11-01&threshold=5000");
                await page.EvaluateAsync("() => cutNetwork()");
                await Expect(Banner(page)).ToBeVisibleAsync();

                await desk.ExactThreshold.FillAsync("20000");
                await desk.ExactThreshold.PressAsync("Tab");
                await page.EvaluateAsync("() => mendNetwork()");
                await Banner(page).Locator("[data-reconnect]").ClickAsync();

                await Expect(Banner(page)).ToBeHiddenAsync();
                // The server knows: its answer for the new threshold stands in the address.
                await page.WaitForFunctionAsync("() => location.search.includes('threshold=20000&')");
                await Expect(desk.ExactThreshold).ToHaveValueAsync("20,000");
            }
        );

    [Fact]
    public Task Portal_Restarted_ComesBackWithItsPointAndWhatWasTyped() =>
        BrowseAsync(
            Owner,
            async session =>
            {
                var page = session.Page;
                var desk = new ConstructorDesk(session, "online-retail");
                await desk.OpenAsync("?asOf=2026-11-01");
                await desk.TypeThresholdAsync(20_000);
                await Portal.KillAsync();
                await Expect(Banner(page)).ToBeVisibleAsync();
                await page.Locator("#name").FillAsync("Typed without a connection");

                await Portal.StartAgainAsync();

                await Expect(Banner(page)).ToBeHiddenAsync(new() { Timeout = 60_000 });
                await Expect(desk.ExactThreshold).ToHaveValueAsync("20,000", new() { Timeout = 60_000 });
                await Expect(page.Locator("#name")).ToHaveValueAsync("Typed without a connection");
            }
        );

    private static ILocator Banner(IPage page) => page.Locator("#components-reconnect-modal");
}
