using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.Extensions.Options;

namespace SellerLoyaltyPortal.Frame;

/// <summary>
/// Refuses a further connection of whoever has enough: each holds memory here for as long as it likes. Those
/// that are open stay as they are.
/// </summary>
internal sealed class CircuitLimit(IOptions<WebOptions> options)
{
    private readonly ConcurrentDictionary<string, int> _connected = new(StringComparer.Ordinal);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        // The connection itself: a socket, or one long request after another where sockets are blocked.
        if (HttpMethods.IsPost(context.Request.Method))
        {
            await next(context);
            return;
        }
        var who =
            context.User.FindFirstValue(ClaimTypes.NameIdentifier)
            ?? "from " + context.Connection.RemoteIpAddress;
        try
        {
            if (_connected.AddOrUpdate(who, 1, (_, count) => count + 1) > options.Value.CircuitsPerPerson)
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            else
                await next(context);
        }
        finally
        {
            Leave(who);
        }
    }

    private void Leave(string who)
    {
        var left = _connected.AddOrUpdate(who, 0, (_, count) => count - 1);
        if (left == 0)
            _connected.TryRemove(KeyValuePair.Create(who, 0));
    }
}
