using Microsoft.AspNetCore.Diagnostics;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Frame;

/// <summary>
/// Writes down and counts who was refused (401, 403, 429, and 404 where that hides a refusal): many of them are
/// somebody trying doors. The pattern of the address, not the address, in which a buyer's id may stand.
/// </summary>
internal sealed class RefusalLog(RequestDelegate next, RefusalMeter meter, ILogger<RefusalLog> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        // The second way of the same request, to the page that explains it.
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            return;
        var status = context.Response.StatusCode;
        if (status is not (401 or 403 or 429) && !(status == 404 && NotFoundOverForbidden.HasHidden(context)))
            return;
        meter.Count(status);
        log.LogWarning(
            "{Status} for {Method} {Route}, person {User}, key {Key}, from {Address}",
            status,
            context.Request.Method,
            (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no route",
            SellerDirectory.UserIdOf(context.User),
            context.User.FindFirst(SellerDirectory.KeyIdClaim)?.Value,
            context.Connection.RemoteIpAddress
        );
    }
}
