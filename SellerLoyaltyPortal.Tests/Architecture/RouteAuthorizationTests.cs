using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Architecture;

/// <summary>Every page and endpoint of the built portal has a policy, or stands on the short anonymous list.</summary>
public sealed class RouteAuthorizationTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
    private IReadOnlyList<RouteFacts> Routes =>
        RouteFacts.Of(portal.Services.GetRequiredService<EndpointDataSource>().Endpoints);

    [Fact]
    public void Portal_EveryAddress_IsAuthorizedAsItShouldBe() =>
        Guard.NothingFound(RouteRules.Problems(Routes), "addresses without the right policy:");

    [Fact]
    public void AnonymousList_EveryEntry_Exists() =>
        Guard.SameSet(
            RouteRules.Anonymous.Keys,
            Routes.Where(r => r.AllowsAnonymous || !r.AsksForSignIn).Select(r => r.Pattern),
            "the anonymous list against the portal:"
        );

    [Fact]
    public void Portal_EveryRoutableComponent_IsAmongTheEndpoints() =>
        Guard.SameSet(
            typeof(Program)
                .Assembly.GetTypes()
                .Where(type => type.IsDefined(typeof(RouteAttribute), inherit: false))
                .Select(type => type.FullName!),
            Routes.Select(route => route.Page?.FullName).OfType<string>(),
            "routable components against the endpoints:"
        );

    [Theory]
    [InlineData("/planted/open", "open to anybody")]
    [InlineData("/planted/unnamed", "names no policy")]
    [InlineData("/sellers/{Seller}/planted", "SellerMember or SellerOwner")]
    [InlineData("/sellers/{id}/misnamed", "a seller's address is")]
    [InlineData("/planted/{Seller}", "SellerMember or SellerOwner")]
    [InlineData("/planted/post", "without an antiforgery token")]
    [InlineData("/operator/planted", "need the policy Operator")]
    [InlineData("/api/v1/planted", "a key's policy goes with")]
    [InlineData("/planted/by-key", "a key's policy goes with")]
    public async Task PlantedAddress_Always_IsReported(string pattern, string problem)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddAuthorization();
        await using var app = builder.Build();
        app.MapGet("/planted/open", () => "");
        app.MapGet("/planted/unnamed", () => "").RequireAuthorization();
        app.MapGet("/sellers/{Seller}/planted", () => "").RequireAuthorization(Policies.SignedIn);
        app.MapGet("/sellers/{id}/misnamed", () => "").RequireAuthorization(Policies.SellerMember);
        app.MapGet("/planted/{Seller}", () => "").RequireAuthorization(Policies.SellerMember);
        app.MapGet("/operator/planted", () => "").RequireAuthorization(Policies.SignedIn);
        app.MapGet("/api/v1/planted", () => "").RequireAuthorization(Policies.SignedIn);
        app.MapGet("/planted/by-key", () => "").RequireAuthorization(ApiScopes.AnyKey);
        app.MapPost("/api/v1/fine", () => "").RequireAuthorization(ApiScopes.AnyKey);
        app.MapPost("/planted/post", () => "").RequireAuthorization(Policies.SignedIn);
        app.MapGet("/sellers/{Seller}/fine", () => "").RequireAuthorization(Policies.SellerOwner);

        var problems = RouteRules
            .Problems(RouteFacts.Of(((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints)))
            .ToList();

        Assert.Contains(
            problems,
            p =>
                p.StartsWith(pattern, StringComparison.Ordinal)
                && p.Contains(problem, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(problems, p => p.Contains("/fine", StringComparison.Ordinal));
    }
}
