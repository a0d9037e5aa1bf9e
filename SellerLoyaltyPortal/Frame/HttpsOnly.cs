using System.Net;
using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace SellerLoyaltyPortal.Frame;

/// <summary>
/// Outside Development the portal's cookies travel over HTTPS only, so no page works without it: whoever comes
/// unencrypted is told so, and what to set, instead of a form that fails. Where the portal itself listens on
/// HTTPS they are sent there.
/// </summary>
/// <remarks>
/// Programs on the portal's own machine (a watchdog, a collector of metrics, a storefront) may ask what needs no
/// cookie: nothing of it leaves the machine. The API refuses the others with a body of its own.
/// </remarks>
internal sealed class HttpsOnly(RequestDelegate next, IServer server, ILogger<HttpsOnly> log)
{
    private static readonly PathString[] WithoutCookies =
    [
        "/health",
        "/metrics",
        "/api",
        "/openapi",
        "/storefront",
    ];

    private int _said;

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.IsHttps || IsLetPass(context))
        {
            await next(context);
            return;
        }
        // A machine's 404 or failure on its second way, to the page that explains it: no page for machines.
        if (
            context.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || context.Features.Get<IExceptionHandlerFeature>() is not null
        )
            return;
        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (isRead && OwnHttpsPort() is { } port)
        {
            var host = new HostString(context.Request.Host.Host, port);
            context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            context.Response.Headers.Location =
                $"https://{(port == 443 ? new HostString(host.Host) : host)}{context.Request.PathBase}{context.Request.Path}{context.Request.QueryString}";
            return;
        }
        if (Interlocked.Exchange(ref _said, 1) == 0)
            log.LogWarning(
                "Pages are asked for without HTTPS and refused. Set a certificate, or name the proxy that has one in WebOptions:TrustedProxies and let it send X-Forwarded-Proto"
            );
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.Headers.CacheControl = "no-store";
        await AnswerAsync(context);
    }

    /// <summary>No cookie goes with it, and the answer stays on this machine, or is the API's or health's own matter.</summary>
    private static bool IsLetPass(HttpContext context)
    {
        var path = context.Request.Path;
        if (!WithoutCookies.Any(p => path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase)))
            return false;
        // The API has a body of its own for its refusals; a watchdog may well be on another machine.
        return path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            || path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
            // A UNIX socket has no address.
            || context.Connection.RemoteIpAddress is not { } from
            || IPAddress.IsLoopback(from);
    }

    private int? OwnHttpsPort()
    {
        foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            if (BindingAddress.Parse(address) is { Scheme: "https", Port: var port })
                return port;
        return null;
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        await using var renderer = new HtmlRenderer(
            context.RequestServices,
            context.RequestServices.GetRequiredService<ILoggerFactory>()
        );
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (
                await renderer.RenderComponentAsync<HttpsOnlyPage>(
                    ParameterView.FromDictionary(
                        new Dictionary<string, object?>(StringComparer.Ordinal)
                        {
                            [nameof(HttpsOnlyPage.Host)] = context.Request.Host.Host,
                        }
                    )
                )
            ).ToHtmlString()
        );
        context.Response.ContentType = MediaTypeNames.Text.Html + "; charset=utf-8";
        await context.Response.WriteAsync(html, Encoding.UTF8, context.RequestAborted);
    }
}
