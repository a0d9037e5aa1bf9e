namespace SellerLoyaltyPortal.Frame;

/// <summary>
/// What a browser may do with an answer of the portal. Set last, and only where the endpoint has not set its
/// own: the storefront's widget may be framed, nothing else.
/// </summary>
internal static class SecurityHeaders
{
    // Scripts from files of the portal only: none in the markup, none by eval. Styles: Blazor's style attributes
    // (widths of bars, colours of cells) need 'unsafe-inline', which runs nothing.
    // Radzen's icons come as data: in its style sheet. The circuit is a WebSocket to the same origin ('self').
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'self'; "
        + "frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(Set, context);
                return next(context);
            }
        );

    private static Task Set(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        // Whoever sits down after them finds nothing in the browser; static files say for themselves how long.
        if (context.User.Identity?.IsAuthenticated == true)
            headers.TryAdd("Cache-Control", "no-store");
        headers.TryAdd("Content-Security-Policy", Policy);
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        // One-time links stand in addresses: no other site is told where somebody came from.
        headers.TryAdd("Referrer-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        return Task.CompletedTask;
    }
}
