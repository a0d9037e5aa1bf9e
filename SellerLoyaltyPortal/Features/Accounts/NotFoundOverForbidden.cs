using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.WebUtilities;
using SellerLoyaltyPortal.Features.Accounts.TwoFactor;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>
/// Answers 404 instead of 403 where saying "forbidden" would tell that something of somebody else exists:
/// another seller's addresses, and the operator's. Who lacks a second step that they must have is led to it.
/// </summary>
public sealed class NotFoundOverForbidden : IAuthorizationMiddlewareResultHandler
{
    private static readonly object HiddenKey = new();

    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    /// <summary>
    /// Whether the request's 404 is a refusal. What is somebody else's and what does not exist are both, as
    /// nobody can tell them apart.
    /// </summary>
    public static bool HasHidden(HttpContext context) => context.Items.ContainsKey(HiddenKey);

    public Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        if (
            authorizeResult.AuthorizationFailure?.FailureReasons.Any(r => r.Message == SecondStep.Missing)
                == true
            && HttpMethods.IsGet(context.Request.Method)
        )
        {
            context.Response.Redirect(
                QueryHelpers.AddQueryString(
                    AccountAddresses.TwoFactor,
                    AccountAddresses.ReturnUrlParameter,
                    context.Request.Path + context.Request.QueryString
                )
            );
            return Task.CompletedTask;
        }
        if (authorizeResult.Forbidden && Hides(policy, authorizeResult.AuthorizationFailure))
        {
            context.Items[HiddenKey] = null;
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
