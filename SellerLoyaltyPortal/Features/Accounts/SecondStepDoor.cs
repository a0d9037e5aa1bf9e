using System.Security.Claims;
using SellerLoyaltyPortal.Features.Accounts.TwoFactor;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>For the frame: whether a person is kept out of everything until they have a second step.</summary>
public static class SecondStepDoor
{
    public static bool IsClosedTo(ClaimsPrincipal person) => SecondStep.IsMissingToOperator(person);
}
