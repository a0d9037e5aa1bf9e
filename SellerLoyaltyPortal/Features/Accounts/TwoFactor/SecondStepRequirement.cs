using Microsoft.AspNetCore.Authorization;

namespace SellerLoyaltyPortal.Features.Accounts.TwoFactor;

/// <summary>An operator without a second step is led to set it up before anything else.</summary>
internal sealed class SecondStepRequirement
    : AuthorizationHandler<SecondStepRequirement>,
        IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(
        AuthorizationHandlerContext context,
        SecondStepRequirement requirement
    )
    {
        if (SecondStep.IsMissingToOperator(context.User))
            context.Fail(new AuthorizationFailureReason(this, SecondStep.Missing));
        else
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
