using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>
/// Answers 404 instead of 403 where saying "forbidden" would tell that something of somebody else exists:
/// another seller's addresses, and the operator's.
/// </summary>
public sealed class NotFoundOverForbidden : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        if (authorizeResult.Forbidden && Hides(policy, authorizeResult.AuthorizationFailure))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        return _usual.HandleAsync(next, context, policy, authorizeResult);
    }

    private static bool Hides(AuthorizationPolicy policy, AuthorizationFailure? failure) =>
        failure?.FailureReasons.Any(r => r.Message == SellerAuthorizationHandler.NotThere) == true
        || policy
            .Requirements.OfType<Microsoft.AspNetCore.Authorization.Infrastructure.RolesAuthorizationRequirement>()
            .Any(r => r.AllowedRoles.Contains(Policies.OperatorRole));
}
