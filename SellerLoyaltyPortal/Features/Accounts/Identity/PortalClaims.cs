using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Accounts.TwoFactor;

namespace SellerLoyaltyPortal.Features.Accounts.Identity;

/// <summary>
/// The person's name in the frame is how they want to be called, not their e-mail; whether they have a second
/// step at sign-in goes with them.
/// </summary>
internal sealed class PortalClaims(
    UserManager<PortalUser> users,
    RoleManager<IdentityRole<Guid>> roles,
    IOptions<IdentityOptions> options,
    IOptions<AccountsOptions> accounts
) : UserClaimsPrincipalFactory<PortalUser, IdentityRole<Guid>>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(PortalUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        foreach (var name in identity.FindAll(identity.NameClaimType).ToList())
            identity.RemoveClaim(name);
        identity.AddClaim(new Claim(identity.NameClaimType, user.DisplayName));
        if (SecondStep.ClaimOf(user, accounts) is { } secondStep)
            identity.AddClaim(new Claim(SecondStep.Claim, secondStep));
        return identity;
    }
}
