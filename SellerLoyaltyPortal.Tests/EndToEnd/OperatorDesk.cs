namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>The operator's page.</summary>
public sealed class OperatorDesk(BrowserSession session)
{
    public async Task CreateSellerAsync(string name, string currency, string timeZone, string owner)
    {
        var page = session.Page;
        await session.GoAsync("/operator");
        await page.Locator("#seller-name").FillAsync(name);
        await page.Locator("#seller-currency").SelectOptionAsync(currency);
        await page.Locator("#seller-zone").FillAsync(timeZone);
        await page.Locator("#seller-owner").FillAsync(owner);
        await page.Locator("form:has(#seller-name) button[type=submit]").ClickAsync();
        await page.Locator("form:has(#seller-name) .note.gain").WaitForAsync();
    }
}
