using System.Reflection;
using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Features.Accounts;
using RouteData = Microsoft.AspNetCore.Components.RouteData;

namespace SellerLoyaltyPortal.Frame;

/// <summary>
/// What <see cref="RefusalLog"/> does for requests, for pages that are opened inside a circuit: no request is made for
/// them that anybody could see. One for each circuit. With the status that a request would have been answered with.
/// </summary>
internal sealed class CircuitRefusals(RefusalMeter meter, ILogger<CircuitRefusals> log)
{
    private RouteData? _written;

    /// <summary>The pattern, not the address, in which a buyer's id may stand. The router leaves it out of what it found.</summary>
    public static string PatternOf(RouteData? route) =>
        route?.PageType.GetCustomAttributes<RouteAttribute>().FirstOrDefault()?.Template ?? "no route";

    public void Write(int status, RouteData route, ClaimsPrincipal person)
    {
        // Rendered twice is refused once; whoever tries again comes by a navigation of its own.
        if (ReferenceEquals(_written, route))
            return;
        _written = route;
        meter.Count(status);
        log.LogWarning(
            "{Status} inside a circuit for {Route}, person {User}",
            status,
            PatternOf(route),
            SellerDirectory.UserIdOf(person)
        );
    }
}
