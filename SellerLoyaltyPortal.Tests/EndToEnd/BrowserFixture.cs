using Microsoft.Playwright;

namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>One portal and one Chromium for all browser tests.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private const string ExecutablePath = "/usr/bin/chromium";

    private readonly Dictionary<string, string> _signedIn = new(StringComparer.Ordinal);
    private IPlaywright _playwright = default!;
    private bool _hasMillion;

    public PortalProcess Portal { get; private set; } = default!;

    public IBrowser Browser { get; private set; } = default!;

    public async Task InitializeAsync()
    {
        if (!File.Exists(ExecutablePath))
            throw new InvalidOperationException(
                $"The browser tests need Chromium at {ExecutablePath}: ./test.sh installs it, or apt-get install chromium."
            );
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = ExecutablePath,
                Args =
                [
                    // Tests run as root in containers, where Chromium's own sandbox can't start.
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    // A test browser talks to the tested portal and to nobody else.
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                ],
            }
        );
        Portal = await PortalProcess.StartAsync();
    }

    /// <summary>Cookies of a demo person who has signed in through the form; signed in once.</summary>
    public async Task<string> CookiesOfAsync(string email)
    {
        if (_signedIn.TryGetValue(email, out var known))
            return known;
        await using var session = await BrowserSession.OpenAsync(this, new());
        await session.SignInAsync(email, DemoPeople.Password);
        return _signedIn[email] = await session.Page.Context.StorageStateAsync();
    }

    /// <summary>Brings the seller with a million buyers, once a run and only when a test asks for it.</summary>
    public async Task BringMillionAsync()
    {
        if (_hasMillion)
            return;
        _hasMillion = true;
        await Portal.KillAsync();
        await MillionBuyers.AddAsync(Portal.DataFolder);
        await Portal.StartAgainAsync();
    }

    public async Task DisposeAsync()
    {
        if (Portal is not null)
            await Portal.DisposeAsync();
        if (Browser is not null)
            await Browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
