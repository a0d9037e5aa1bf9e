using System.Security.Claims;
using Microsoft.AspNetCore.Diagnostics;

namespace SellerLoyaltyPortal.Frame;

/// <summary>
/// Writes down who was refused (401, 403, 429): many of them are somebody trying doors. The pattern of the
/// address, not the address, in which a buyer's id may stand.
/// </summary>
internal sealed class RefusalLog(RequestDelegate next, ILogger<RefusalLog> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        // The second way of the same request, to the page that explains it.
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            return;
        if (context.Response.StatusCode is not (401 or 403 or 429))
            return;
        log.LogWarning(
            "{Status} for {Method} {Route}, person {User}, key {Key}, from {Address}",
            context.Response.StatusCode,
            context.Request.Method,
            (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no route",
            context.User.FindFirstValue(ClaimTypes.NameIdentifier),
            context.User.FindFirstValue("key"),
            context.Connection.RemoteIpAddress
        );
    }
}
