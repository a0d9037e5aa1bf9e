using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Audit;

namespace SellerLoyaltyPortal.Features.Accounts.Sessions;

/// <summary>Identity's sign-in, with a session that can be listed and ended behind every cookie.</summary>
internal sealed class PortalSignIn(
    UserManager<PortalUser> users,
    IHttpContextAccessor requests,
    IUserClaimsPrincipalFactory<PortalUser> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<PortalUser>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<PortalUser> confirmation,
    SellerDbContextFactory contexts,
    SignInSessions sessions,
    SignInLog log,
    TimeProvider clock
) : SignInManager<PortalUser>(users, requests, claims, options, logger, schemes, confirmation)
{
    private const int LongestCredential = 16_384;

    /// <summary>By what somebody signed in (RFC 8176).</summary>
    public const string HowClaim = "amr";

    /// <summary>Signs in, or asks for the second step where the person has one.</summary>
    public Task<SignInResult> SignInOrAskAsync(PortalUser user) => SignInOrTwoFactorAsync(user, false);

    /// <summary>A new passkey as the browser made it; null where it does not answer this browser's challenge.</summary>
    public async Task<PasskeyAttestationResult?> TryAttestAsync(string credential)
    {
        if (!await IsChallengedAsync(credential))
            return null;
        var made = await PerformPasskeyAttestationAsync(credential);
        await Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        return made.Succeeded ? made : null;
    }

    /// <summary>Whose passkey answered; null where none answers this browser's challenge.</summary>
    public async Task<PasskeyAssertionResult<PortalUser>?> TryAssertAsync(string credential)
    {
        if (!await IsChallengedAsync(credential))
            return null;
        var proof = await PerformPasskeyAssertionAsync(credential);
        await Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        return proof.Succeeded ? proof : null;
    }

    public override async Task SignInWithClaimsAsync(
        PortalUser user,
        AuthenticationProperties? authenticationProperties,
        IEnumerable<Claim> additionalClaims
    )
    {
        var more = additionalClaims.Where(c => c.Type != SignInSessions.Claim).ToList();
        // A sign-in that is only renewed (name or password changed) goes on as the session that it was.
        var known =
            UserManager.GetUserId(Context.User) == user.Id.ToString()
                ? SignInSessions.IdOf(Context.User)
                : null;
        var session = known ?? await BeginAsync(user, more.Find(c => c.Type == HowClaim)?.Value);
        more.Add(new Claim(SignInSessions.Claim, session.ToString("N")));
        await base.SignInWithClaimsAsync(user, authenticationProperties, more);
    }

    public override async Task<PortalUser?> ValidateSecurityStampAsync(ClaimsPrincipal? principal)
    {
        var user = await base.ValidateSecurityStampAsync(principal);
        return user is not null && await sessions.IsAliveAsync(principal!, Context.RequestAborted)
            ? user
            : null;
    }

    public override async Task SignOutAsync()
    {
        var person = Context.User;
        await base.SignOutAsync();
        if (SignInSessions.IdOf(person) is { } session && await UserManager.GetUserAsync(person) is { } user)
            await sessions.EndAsync(user, session, AuditAction.SignedOut, CancellationToken.None);
    }

    /// <summary>Without a challenge in its cookie Identity throws; anybody can send a form without one.</summary>
    private async Task<bool> IsChallengedAsync(string credential) =>
        credential.Length is > 0 and <= LongestCredential
        && (await Context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Succeeded;

    private async Task<Guid> BeginAsync(PortalUser user, string? how)
    {
        var now = clock.GetUtcNow();
        var browser = Context.Request.Headers.UserAgent.ToString();
        var session = new SignInSession
        {
            Id = Guid.CreateVersion7(now),
            UserId = user.Id,
            StartedAt = now,
            LastSeenAt = now,
            Address = log.Address,
            Browser =
                browser.Length > SignInSession.LongestBrowser
                    ? browser[..SignInSession.LongestBrowser]
                    : browser,
        };
        await using var context = contexts.ForPlatform();
        context.Add(session);
        await log.AddAsync(
            context,
            user,
            AuditAction.SignedIn,
            how is null ? [] : [new AuditDetail(AuditDetail.Method, how)],
            Context.RequestAborted
        );
        await context.SaveChangesAsync(Context.RequestAborted);
        return session.Id;
    }
}
