namespace SellerLoyaltyPortal.Frame;

/// <summary>
/// Refuses a circuit that a page of another host opens: a browser sends the portal's cookies with a socket from
/// anywhere, and names the page's origin with it. Ports are not compared: cookies know none, and a proxy may
/// leave it out of the host's name.
/// </summary>
internal static class SameOriginCircuit
{
    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (
            context.Request.Headers.Origin is [{ Length: > 0 } origin]
            && !IsOwn(origin, context.Request.Host)
        )
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            // A script asks, not a person: no page that explains it.
            return context.Response.WriteAsync("The page is not the portal's.", context.RequestAborted);
        }
        return next(context);
    }

    // "null" comes from a sandboxed frame or a file: no address, so not the portal's.
    private static bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && string.Equals(from.Host, host.Host, StringComparison.OrdinalIgnoreCase);
}
