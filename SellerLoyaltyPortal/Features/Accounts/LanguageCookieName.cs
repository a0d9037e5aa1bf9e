using Microsoft.AspNetCore.Localization;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>
/// The name of the cookie that keeps a person's language. Outside Development with the prefix that makes a browser
/// refuse it from anywhere but this host, over HTTPS.
/// </summary>
public static class LanguageCookieName
{
    public static string Of(IHostEnvironment environment) =>
        environment.IsDevelopment()
            ? CookieRequestCultureProvider.DefaultCookieName
            : "__Host-portal-language";
}
