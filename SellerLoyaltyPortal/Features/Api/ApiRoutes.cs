using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Api.Http;

namespace SellerLoyaltyPortal.Features.Api;

/// <summary>Where features hang their addresses for machines.</summary>
public static class ApiRoutes
{
    public const string Version = "v1";

    public const string Prefix = "/api/" + Version;

    /// <summary>
    /// A group under <c>/api/v1</c> that a key with the scope opens. The seller is the key's, never a
    /// parameter: <see cref="Caller"/> gives it.
    /// </summary>
    /// <param name="tag">The group's heading in the description: a word, such as <c>Purchases</c>.</param>
    public static RouteGroupBuilder MapApiV1(this IEndpointRouteBuilder app, ApiScope scope, string tag) =>
        app.MapApiGroup(scope.Policy(), tag);

    /// <summary>The seller whose key this request carries, in the key's role.</summary>
    /// <exception cref="InvalidOperationException">The address is not one of <see cref="MapApiV1"/>.</exception>
    public static SellerAccess Caller(this HttpContext context) =>
        context.User.Identity is ApiKeyIdentity key
            ? key.Access
            : throw new InvalidOperationException("Only an address under /api/v1 has a calling seller.");

    internal static RouteGroupBuilder MapApiGroup(
        this IEndpointRouteBuilder app,
        string policy,
        string tag
    ) =>
        app.MapGroup(Prefix)
            .RequireAuthorization(policy)
            .RequireRateLimiting(RequestLimits.Api)
            .WithTags(tag);

    internal static bool IsApi(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}
