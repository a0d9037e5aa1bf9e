using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace SellerLoyaltyPortal.Features.Api.Http;

/// <summary>
/// <c>Authorization: Bearer slp_…</c>. A missing, a mistyped, an unknown and a revoked key are answered
/// alike, with 401.
/// </summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    KnownKeys keys
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";
    public const string ScopeClaim = "scope";

    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization;
        if (
            header.Count != 1
            || header[0] is not { } text
            || !text.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
        )
            return AuthenticateResult.NoResult();
        var secret = text.AsMemory(Bearer.Length).Trim();
        if (!ApiKeySecret.LooksLikeOne(secret.Span))
            return AuthenticateResult.NoResult();
        var principal = await keys.FindAsync(KeyDigest.Of(secret.Span), Context.RequestAborted);
        return principal is null
            ? AuthenticateResult.NoResult()
            : AuthenticateResult.Success(new AuthenticationTicket(principal, SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers[HeaderNames.WWWAuthenticate] = Bearer.TrimEnd();
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
