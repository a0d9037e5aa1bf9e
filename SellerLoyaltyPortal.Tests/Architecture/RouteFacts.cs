using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace SellerLoyaltyPortal.Tests.Architecture;

/// <summary>What authorization needs to know of one endpoint of the built application.</summary>
public sealed record RouteFacts(
    string Pattern,
    IReadOnlyList<string> Policies,
    bool AllowsAnonymous,
    bool AsksForSignIn,
    bool ChangesSomething,
    bool ChecksAntiforgery,
    Type? Page
)
{
    /// <summary>Every endpoint but the static files.</summary>
    public static IReadOnlyList<RouteFacts> Of(IEnumerable<Endpoint> endpoints) =>
        [
            .. endpoints
                .OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
                .Select(Of)
                .DistinctBy(facts => facts.ToString()),
        ];

    public override string ToString() =>
        $"{Pattern} [{(AllowsAnonymous ? "anonymous" : AsksForSignIn ? string.Join(", ", Policies) : "open")}]";

    private static RouteFacts Of(RouteEndpoint endpoint)
    {
        var authorize = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>();
        return new(
            "/" + endpoint.RoutePattern.RawText!.Trim('/'),
            [.. authorize.Select(data => data.Policy).OfType<string>()],
            endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null,
            authorize.Count > 0 || endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is not null,
            endpoint
                .Metadata.GetMetadata<IHttpMethodMetadata>()
                ?.HttpMethods.Any(method => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method))
                ?? false,
            endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>()?.RequiresValidation ?? false,
            endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type
        );
    }
}
