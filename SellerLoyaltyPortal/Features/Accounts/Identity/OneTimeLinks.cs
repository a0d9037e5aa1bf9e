using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace SellerLoyaltyPortal.Features.Accounts.Identity;

/// <summary>Makes the links by which a person sets a password (<see cref="OneTimeLinkTokens"/>).</summary>
internal sealed class OneTimeLinks(UserManager<PortalUser> users, ILogger<OneTimeLinks> logger)
{
    /// <summary>
    /// The address of a new link, relative to the portal. An invitation that has not been accepted is
    /// replaced by it; somebody who has a password keeps their sign-ins until they use it.
    /// </summary>
    public async Task<string> CreateAsync(PortalUser user)
    {
        if (user.PasswordHash is null)
            IdentityErrors.ThrowOn(await users.UpdateSecurityStampAsync(user));
        var token = await users.GeneratePasswordResetTokenAsync(user);
        logger.LogInformation("A one-time link was made for user {UserId}", user.Id);
        return QueryHelpers.AddQueryString(
            AccountAddresses.OneTimeLink,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["user"] = user.Id.ToString("N", CultureInfo.InvariantCulture),
                ["token"] = token,
            }
        );
    }

    /// <summary>The person for whom a link was made, if it still works.</summary>
    public async Task<PortalUser?> FindAsync(string? userId, string? token)
    {
        if (!Guid.TryParse(userId, out var id) || string.IsNullOrEmpty(token))
            return null;
        var user = await users.FindByIdAsync(id.ToString());
        return
            user is not null
            && await users.VerifyUserTokenAsync(
                user,
                users.Options.Tokens.PasswordResetTokenProvider,
                UserManager<PortalUser>.ResetPasswordTokenPurpose,
                token
            )
            ? user
            : null;
    }
}
