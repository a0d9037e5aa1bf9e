using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Options;

namespace SellerLoyaltyPortal.Features.Accounts.Identity;

/// <summary>Keeps the chosen language in the browser; also before anyone has signed in.</summary>
internal sealed class LanguageCookie(
    IOptions<RequestLocalizationOptions> localization,
    IHostEnvironment environment
)
{
    public bool IsKnown(string? language) =>
        localization.Value.SupportedUICultures!.Any(l => l.TwoLetterISOLanguageName == language);

    /// <summary>Does nothing for a language that the portal does not speak.</summary>
    public void Append(HttpContext context, string? language)
    {
        if (language is null || !IsKnown(language))
            return;
        context.Response.Cookies.Append(
            LanguageCookieName.Of(environment),
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = !environment.IsDevelopment() || context.Request.IsHttps,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                Path = "/",
            }
        );
    }
}
