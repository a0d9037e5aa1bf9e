using System.Security.Claims;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Frame;

/// <summary>
/// What <see cref="RefusalLog"/> does for requests, for pages that are opened inside a circuit: no request is made for
/// them that anybody could see. With the status that a request would have been answered with.
/// </summary>
internal sealed class CircuitRefusals(RefusalMeter meter, ILogger<CircuitRefusals> log)
{
    /// <param name="route">The pattern, not the address, in which a buyer's id may stand.</param>
    public void Write(int status, string? route, ClaimsPrincipal person)
    {
        meter.Count(status);
        log.LogWarning(
            "{Status} inside a circuit for {Route}, person {User}",
            status,
            route ?? "no route",
            SellerDirectory.UserIdOf(person)
        );
    }
}
