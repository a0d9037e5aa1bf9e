using Microsoft.AspNetCore.Authorization;
using SellerLoyaltyPortal.Features.Accounts.TwoFactor;
using RouteData = Microsoft.AspNetCore.Components.RouteData;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>
/// Decides <see cref="SellerRequirement"/> by the seller in the route, for requests (the resource is the
/// request) and for navigation inside a circuit (the resource is the route data).
/// </summary>
public sealed class SellerAuthorizationHandler(SellerDirectory sellers)
    : AuthorizationHandler<SellerRequirement>
{
    protected override async Task HandleRequirementAsync(
        AuthorizationHandlerContext context,
        SellerRequirement requirement
    )
    {
        var (slug, cancellation) = context.Resource switch
        {
            HttpContext http => (
                http.Request.RouteValues[Policies.SellerRouteParameter] as string,
                http.RequestAborted
            ),
            RouteData route => (
                route.RouteValues.GetValueOrDefault(Policies.SellerRouteParameter) as string,
                CancellationToken.None
            ),
            _ => (null, CancellationToken.None),
        };
        if (slug is null)
            return;
        var access = await sellers.FindAsync(context.User, slug, cancellation);
        if (access is null)
            context.Fail(new AuthorizationFailureReason(this, NotThere));
        else if (access.LacksSecondStep)
            context.Fail(new AuthorizationFailureReason(this, SecondStep.Missing));
        else if (access.Role >= requirement.AtLeast)
            context.Succeed(requirement);
    }

    /// <summary>The reason given when the seller does not exist for this person: answered with 404.</summary>
    internal const string NotThere = nameof(NotThere);
}
