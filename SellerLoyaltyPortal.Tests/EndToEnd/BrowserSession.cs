using Microsoft.Playwright;

namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>One person at one browser window, with what the browser complained about.</summary>
public sealed class BrowserSession : IAsyncDisposable
{
    private const string InteractiveMarker = "<!--Blazor:{\"type\":\"server\"";

    private readonly List<string> _complaints = [];
    private readonly SemaphoreSlim _drawing = new(0);
    private readonly IBrowserContext _context;
    private int _drawn;

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
            socket.FrameSent += (_, frame) =>
            {
                if (frame.Binary?.AsSpan().IndexOf("OnRenderCompleted"u8) is null or < 0)
                    return;
                Interlocked.Increment(ref _drawn);
                _drawing.Release();
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

    /// <summary>Opens an address and waits until its circuit has drawn it, with its data.</summary>
    public async Task<IResponse> GoAsync(string address)
    {
        var drawn = _drawn;
        var answer = (await Page.GotoAsync(address))!;
        // What is rendered statically (account pages) has no circuit to wait for.
        var text = await answer.TextAsync();
        if (text.Contains(InteractiveMarker, StringComparison.Ordinal))
            await DrawnAsync(drawn);
        // A seller's frame asks the database first: the first drawing may be of nothing yet.
        if (text.Contains("class=\"shell\"", StringComparison.Ordinal))
            await Page.WaitForSelectorAsync("main[data-live]");
        await Page.WaitForFunctionAsync("() => !document.querySelector('.skeleton')");
        return answer;
    }

    /// <summary>The browser tells the circuit of every drawing; only then are the handlers there.</summary>
    private async Task DrawnAsync(int before)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Volatile.Read(ref _drawn) == before)
            await _drawing.WaitAsync(limit.Token);
    }

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

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        _drawing.Dispose();
    }

    private void Note(string complaint)
    {
        lock (_complaints)
            _complaints.Add(complaint);
    }
}
