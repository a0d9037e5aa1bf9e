using System.Globalization;
using System.Net;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Radzen;
using SellerLoyaltyPortal.Features.Accounts;

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
        services
            .AddOptions<WebOptions>()
            .BindConfiguration(nameof(WebOptions))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddRazorComponents().AddInteractiveServerComponents();
        services
            .AddOptions<CircuitOptions>()
            .Configure<IOptions<WebOptions>>(
                (circuits, web) =>
                {
                    circuits.DisconnectedCircuitMaxRetained = web.Value.DisconnectedCircuits;
                    circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(
                        web.Value.DisconnectedMinutes
                    );
                    circuits.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(web.Value.ScriptSeconds);
                }
            );
        services
            .AddOptions<HubOptions>()
            .Configure<IOptions<WebOptions>>(
                (hub, web) => hub.MaximumReceiveMessageSize = web.Value.MessageKilobytes * 1024L
            );
        services
            .AddOptions<ForwardedHeadersOptions>()
            .Configure<IOptions<WebOptions>>((forwarded, web) => Trust(forwarded, web.Value.TrustedProxies));
        services.AddSingleton<CircuitLimit>();
        services.AddSingleton<RefusalMeter>();
        services.AddScoped<CircuitRefusals>();
        services.AddSingleton<FirstPages>();
        services.AddSingleton<IStartupFilter>(provider => provider.GetRequiredService<FirstPages>());
        services.AddHostedService(provider => provider.GetRequiredService<FirstPages>());
        services.AddHsts(hsts =>
        {
            hsts.MaxAge = TimeSpan.FromDays(365);
            hsts.IncludeSubDomains = true;
        });
        // Public files that are the same for everybody: nothing to guess from their length.
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/css", "text/javascript"];
        });
        services.AddCascadingAuthenticationState();
        services.AddRadzenComponents();
        services.AddLocalization();
        services.AddSingleton<ResourceManagerStringLocalizerFactory>();
        services.Replace(ServiceDescriptor.Singleton<IStringLocalizerFactory, KeptTexts>());
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
                new CookieRequestCultureProvider { CookieName = LanguageCookieName.Of(builder.Environment) },
            ];
        });
        return builder;
    }

    public static WebApplication UsePortalRequests(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.Use(ExplainingPage.KeepMethodAsync);
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true);
            app.UseHsts();
        }
        // The build compresses our own files, but not those of packages under their fingerprints: once a browser, then kept.
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/_content", StringComparison.Ordinal),
            static branch => branch.UseResponseCompression()
        );
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use(ExplainingPage.ReadAsync);
        app.UseRequestLocalization();
        app.UseMiddleware<RefusalLog>();
        return app;
    }

    /// <summary>Outside Development: see <see cref="HttpsOnly"/>.</summary>
    public static WebApplication UseHttpsOnly(this WebApplication app)
    {
        app.UseMiddleware<HttpsOnly>();
        return app;
    }

    /// <summary>After authentication: who connects decides.</summary>
    public static WebApplication UseCircuitLimit(this WebApplication app)
    {
        app.UseWhen(
            context =>
                context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase),
            branch => branch.Use(SameOriginCircuit.InvokeAsync)
        );
        var limit = app.Services.GetRequiredService<CircuitLimit>();
        app.UseWhen(
            context => context.Request.Path.Equals("/_blazor", StringComparison.OrdinalIgnoreCase),
            branch => branch.Use(limit.InvokeAsync)
        );
        return app;
    }

    /// <summary>One hop, and only of those named: without any nobody's word is taken, not even this machine's.</summary>
    private static void Trust(ForwardedHeadersOptions options, IReadOnlyList<string> proxies)
    {
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        if (proxies.Count == 0)
            return;
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var proxy in proxies)
            if (IPAddress.TryParse(proxy, out var address))
                options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(proxy, out var network))
                options.KnownIPNetworks.Add(network);
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
