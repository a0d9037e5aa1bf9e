using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Accounts.Sessions;

namespace SellerLoyaltyPortal.Features.Accounts.Identity;

/// <summary>
/// Ends the sign-in of an open circuit when the account is gone, its security stamp has changed (password set,
/// membership taken away) or its session was ended: a circuit lives for hours and asks no cookie.
/// </summary>
internal sealed class LiveAuthenticationState(
    ILoggerFactory loggers,
    IServiceScopeFactory scopes,
    SignInSessions sessions,
    IOptions<IdentityOptions> options
) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    /// <summary>Of circuits, and of cookies: the two must agree, or a dead circuit would be started anew.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    protected override TimeSpan RevalidationInterval => Interval;

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        return await IsStillValidAsync(users, authenticationState.User)
            && await sessions.IsAliveAsync(authenticationState.User, cancellationToken);
    }

    internal async Task<bool> IsStillValidAsync(UserManager<PortalUser> users, ClaimsPrincipal person)
    {
        var user = await users.GetUserAsync(person);
        return user is not null
            && person.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType)
                == await users.GetSecurityStampAsync(user);
    }
}
