using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace SellerLoyaltyPortal.Tests.Support;

/// <summary>Every request comes from this address, as from a proxy or another machine.</summary>
internal sealed class ComesFrom(IPAddress address) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                (context, then) =>
                {
                    context.Connection.RemoteIpAddress = address;
                    return then(context);
                }
            );
            next(app);
        };
}
