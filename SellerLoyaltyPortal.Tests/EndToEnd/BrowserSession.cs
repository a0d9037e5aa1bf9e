using Microsoft.Playwright;

namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>One person at one browser window, with what the browser complained about.</summary>
public sealed class BrowserSession : IAsyncDisposable
{
    private readonly List<string> _complaints = [];
    private readonly List<string> _sockets = [];
    private readonly IBrowserContext _context;

    private BrowserSession(IBrowserContext context, IPage page, PortalProcess portal)
    {
        (_context, Page, Portal) = (context, page, portal);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                Note($"{message.Type} at {page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => Note($"exception at {page.Url}: {error}");
        page.RequestFailed += (_, request) =>
        {
            // A page that is left cancels what it was still loading.
            if (request.Failure is not "net::ERR_ABORTED")
                Note($"{request.Method} {request.Url}: {request.Failure}");
        };
        page.WebSocket += (_, socket) =>
        {
            lock (_sockets)
                _sockets.Add(socket.Url);
        };
    }

    public IPage Page { get; }

    public PortalProcess Portal { get; }

    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_complaints)
                return [.. _complaints];
        }
    }

    public IReadOnlyList<string> Sockets
    {
        get
        {
            lock (_sockets)
                return [.. _sockets];
        }
    }

    public static async Task<BrowserSession> OpenAsync(BrowserFixture fixture, BrowserLook look)
    {
        var address = fixture.Portal.Address.ToString();
        var cookies = look.Person is null ? null : await fixture.CookiesOfAsync(look.Person);
        var context = await fixture.Browser.NewContextAsync(
            new()
            {
                BaseURL = address,
                StorageState = cookies,
                ViewportSize = new() { Width = look.Width, Height = look.Height },
                Locale = look.Language == "ru" ? "ru-RU" : "en-GB",
                TimezoneId = "Europe/Moscow",
                AcceptDownloads = true,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        context.SetDefaultTimeout(20_000);
        await context.AddCookiesAsync([
            new()
            {
                Name = ".AspNetCore.Culture",
                Value = Uri.EscapeDataString($"c={look.Language}|uic={look.Language}"),
                Url = address,
            },
            new()
            {
                Name = "theme",
                Value = look.Theme,
                Url = address,
            },
        ]);
        return new(context, await context.NewPageAsync(), fixture.Portal);
    }

    /// <summary>Opens an address and waits until its circuit answers.</summary>
    public async Task<IResponse> GoAsync(string address)
    {
        var answer = await Page.GotoAsync(address);
        await InteractiveAsync();
        return answer!;
    }

    /// <summary>
    /// Waits until the circuit of the page is there: Blazor marks what it prerendered with comments and takes
    /// them away when the circuit takes over. Pages without a circuit have none to begin with.
    /// </summary>
    public Task InteractiveAsync() =>
        Page.WaitForFunctionAsync(
            """
            () => {
                if (document.readyState !== 'complete') return false;
                const walker = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
                while (walker.nextNode())
                    if (walker.currentNode.data.startsWith('Blazor:{')) return false;
                return true;
            }
            """
        );

    public async Task SaveAsync(string name)
    {
        await File.WriteAllLinesAsync(
            TestOutput.File("failures", name + ".log"),
            [Page.Url, .. Complaints, "", await Page.ContentAsync(), "", Portal.Output]
        );
        await Page.ScreenshotAsync(
            new() { Path = TestOutput.File("failures", name + ".png"), FullPage = true }
        );
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private void Note(string complaint)
    {
        lock (_complaints)
            _complaints.Add(complaint);
    }
}
