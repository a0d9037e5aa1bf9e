using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>The page on which an offer is designed and launched.</summary>
public sealed partial class ConstructorDesk(BrowserSession session, string seller)
{
    private IPage Page => session.Page;

    public ILocator Qualifying => Page.Locator("[data-figure=qualify]");

    public ILocator Slider => Page.Locator("#threshold");

    public ILocator ExactThreshold => Page.Locator("#threshold-exact");

    public Task OpenAsync(string query = "") => session.GoAsync($"/sellers/{seller}/constructor{query}");

    /// <summary>Types a threshold and waits until the page has taken it over into its address.</summary>
    public async Task TypeThresholdAsync(int threshold)
    {
        var text = threshold.ToString(CultureInfo.InvariantCulture);
        await ExactThreshold.FillAsync(text);
        await ExactThreshold.PressAsync("Enter");
        // The address is replaced, not navigated to: there is no load to wait for.
        await Page.WaitForFunctionAsync("part => location.search.includes(part)", $"threshold={text}&");
    }

    /// <summary>Drags the slider's thumb to a share of its way and holds it there.</summary>
    public async Task HoldSliderAtAsync(double share)
    {
        var box = (await Slider.BoundingBoxAsync())!;
        var y = box.Y + box.Height / 2;
        var fill = await Slider.EvaluateAsync<double>("e => e.value / e.max");
        await Page.Mouse.MoveAsync((float)(box.X + 9 + (box.Width - 18) * fill), y);
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync((float)(box.X + box.Width * share), y, new() { Steps = 8 });
    }

    public Task LetGoAsync() => Page.Mouse.UpAsync();

    /// <summary>Saves what the page was opened with.</summary>
    /// <returns>The program's id.</returns>
    public async Task<string> SaveDraftAsync(string name, int threshold)
    {
        await OpenAsync();
        await TypeThresholdAsync(threshold);
        await Page.Locator("#name").FillAsync(name);
        await Page.Locator("#name").PressAsync("Tab");
        await Page.Locator(".page-actions button.btn:not(.primary)").ClickAsync();
        // Replaced, too: waiting for a navigation would miss what happened before the waiting began.
        await Page.WaitForFunctionAsync(@"() => /\/constructor\/\d+/.test(location.pathname)");
        return IdInAddress().Match(await Page.EvaluateAsync<string>("() => location.pathname")).Value;
    }

    public async Task LaunchAsync(string name)
    {
        await Page.Locator("#name").FillAsync(name);
        await Page.Locator("#name").PressAsync("Tab");
        await Page.Locator(".page-actions .btn.primary").ClickAsync();
        await Page.Locator("dialog .dialog-actions .btn.primary").ClickAsync();
        await Page.WaitForFunctionAsync("() => location.pathname.endsWith('/programs')");
    }

    /// <summary>Downloads the workbook to a file and gives its path.</summary>
    public async Task<string> ExportAsync()
    {
        var download = await Page.RunAndWaitForDownloadAsync(() =>
            Page.Locator("a[href*='qualifying.xlsx']").First.ClickAsync()
        );
        var path = TestOutput.File("downloads", download.SuggestedFilename);
        await download.SaveAsAsync(path);
        return path;
    }

    [GeneratedRegex(@"(?<=/constructor/)\d+")]
    private static partial Regex IdInAddress();
}
