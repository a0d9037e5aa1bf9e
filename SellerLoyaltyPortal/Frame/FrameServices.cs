using System.Globalization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.WebEncoders;
using Radzen;

namespace SellerLoyaltyPortal.Frame;

/// <summary>Blazor, languages and the order in which a request passes the portal's frame.</summary>
public static class FrameServices
{
    /// <summary>Languages of the portal; the first is the default.</summary>
    public static readonly IReadOnlyList<CultureInfo> Languages =
    [
        CultureInfo.GetCultureInfo("ru"),
        CultureInfo.GetCultureInfo("en"),
    ];

    public static WebApplicationBuilder AddPortalFrame(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddRadzenComponents();
        services.AddLocalization();
        // Cyrillic as it is instead of as numeric entities: a third of the bytes, and readable source.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new(UnicodeRanges.All));
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Languages[0]);
            options.SupportedCultures = [.. Languages];
            options.SupportedUICultures = [.. Languages];
            // The person's choice, kept in a cookie; not the browser's language, so that a link looks the
            // same to everyone until they choose.
            options.RequestCultureProviders =
            [
                new QueryStringRequestCultureProvider(),
                new CookieRequestCultureProvider(),
            ];
        });
        return builder;
    }

    public static WebApplication UsePortalRequests(this WebApplication app)
    {
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true);
            app.UseHsts();
        }
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseRequestLocalization();
        return app;
    }

    public static WebApplication MapPortalFrame(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options =>
                // SecurityHeaders says who may frame a page; two policies would both hold.
                options.ContentSecurityFrameAncestorsPolicy = null
            );
        return app;
    }
}
