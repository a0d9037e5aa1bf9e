namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>The page on which purchases are imported.</summary>
public sealed class DataDesk(BrowserSession session, string seller)
{
    /// <summary>An import of half a million rows on a machine that does other things too.</summary>
    private const float ImportLimit = 120_000;

    public Task OpenAsync() => session.GoAsync($"/sellers/{seller}/data");

    /// <summary>Uploads, lets the portal check, stores, and waits until the import stands in the history.</summary>
    public async Task ImportAsync(string file)
    {
        var page = session.Page;
        await page.Locator("#file").SetInputFilesAsync(file);
        await page.Locator(".preview tbody tr").First.WaitForAsync(new() { Timeout = ImportLimit });
        await page.Locator("[data-step=check]").ClickAsync();
        await page.Locator("[data-step=store]").ClickAsync(new() { Timeout = ImportLimit });
        await page.Locator("td .file", new() { HasTextString = Path.GetFileName(file) })
            .First.WaitForAsync(new() { Timeout = ImportLimit });
    }
}
