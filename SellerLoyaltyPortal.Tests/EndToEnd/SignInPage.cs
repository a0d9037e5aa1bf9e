namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>The way in.</summary>
public static class SignInPage
{
    public static async Task SignInAsync(this BrowserSession session, string email, string password)
    {
        var page = session.Page;
        await session.GoAsync("/account/sign-in");
        await page.Locator("input[type=email]").FillAsync(email);
        await page.Locator("input[type=password]").FillAsync(password);
        await page.Locator("form.account-form button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/account/sign-in", StringComparison.Ordinal));
    }
}
