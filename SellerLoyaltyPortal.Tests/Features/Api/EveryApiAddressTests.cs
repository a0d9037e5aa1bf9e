using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Tests.Architecture;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Api;

/// <summary>What holds for every address under <c>/api/v1</c>, found by enumeration.</summary>
public sealed partial class EveryApiAddressTests : IAsyncLifetime, IDisposable
{
    private readonly PortalWebFactory _portal = new();
    private Seller _shop = null!;

    private IReadOnlyList<(string Method, string Pattern, IReadOnlyList<string> Policies)> Addresses =>
        [
            .. _portal
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(e =>
                    ("/" + e.RoutePattern.RawText!.Trim('/')).StartsWith(
                        ApiRoutes.Prefix + "/",
                        StringComparison.Ordinal
                    )
                )
                .SelectMany(e =>
                    (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m =>
                        (m, "/" + e.RoutePattern.RawText!.Trim('/'), RouteFacts.Of([e]).Single().Policies)
                    )
                ),
        ];

    public async Task InitializeAsync() => _shop = await _portal.AddSellerAsync("shop");

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task WithoutAKey_EveryAddress_IsRefusedWithTheOneBody()
    {
        using var client = _portal.Anonymous();
        Assert.NotEmpty(Addresses);
        foreach (var (method, pattern, _) in Addresses)
        {
            using var answer = await AskAsync(client, method, pattern);

            Assert.True(
                answer.StatusCode == HttpStatusCode.Unauthorized,
                $"{method} {pattern}: {answer.StatusCode}"
            );
            await IsErrorBodyAsync(answer);
        }
    }

    [Fact]
    public async Task WithoutTheScope_EveryAddressThatNeedsOne_IsRefusedWithTheOneBody()
    {
        foreach (var scope in ApiScopes.All)
        {
            using var client = await _portal.MachineAsync(
                _shop,
                ApiScopes.All.Where(s => s != scope).ToArray()
            );
            foreach (var (method, pattern, policies) in Addresses)
            {
                if (!policies.Contains(scope.Policy()))
                    continue;
                using var answer = await AskAsync(client, method, pattern);

                Assert.True(
                    answer.StatusCode == HttpStatusCode.Forbidden,
                    $"{method} {pattern}: {answer.StatusCode}"
                );
                await IsErrorBodyAsync(answer);
            }
        }
    }

    [Fact]
    public async Task EmptySeller_EveryAddress_AnswersWithoutAFailureAndWithOneOfTheTwoErrorBodies()
    {
        using var client = await _portal.MachineAsync(_shop);
        foreach (var (method, pattern, _) in Addresses)
        {
            using var answer = await AskAsync(client, method, pattern);

            Assert.True((int)answer.StatusCode < 500, $"{method} {pattern}: {answer.StatusCode}");
            if ((int)answer.StatusCode >= 400)
                await IsErrorBodyAsync(answer);
        }
    }

    [Fact]
    public async Task Description_EveryAddress_IsInIt()
    {
        using var client = _portal.Anonymous();
        var description = await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        var described = description
            .GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path =>
                path.Value.EnumerateObject().Select(o => $"{o.Name.ToUpperInvariant()} {path.Name}")
            );

        Guard.SameSet(
            Addresses.Select(a => $"{a.Method} {Constraint().Replace(a.Pattern, "{$1}")}").Distinct(),
            described,
            "addresses for machines against /openapi/v1.json:"
        );
    }

    [Fact]
    public void Document_EveryAddress_IsInIt()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "api.md"));

        Guard.NothingFound(
            Addresses
                .Select(a => $"`{a.Method} {Constraint().Replace(a.Pattern, "{$1}")}`")
                .Where(a => !text.Contains(a, StringComparison.Ordinal)),
            "addresses for machines that docs/api.md does not name:"
        );
    }

    [Fact]
    public async Task UnknownAddress_WithAndWithoutAKey_HasTheOneBody()
    {
        using var machine = await _portal.MachineAsync(_shop);
        using var answer = await AskAsync(machine, "GET", "/api/v1/nothing/here");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        await IsErrorBodyAsync(answer);
    }

    [Fact]
    public async Task Refusal_InRussian_IsRussian()
    {
        using var client = _portal.Anonymous();
        client.DefaultRequestHeaders.Add("Accept-Language", "de, ru;q=0.8, en;q=0.5");
        using var answer = await AskAsync(client, "GET", "/api/v1/seller");

        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Contains("ключ", body.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string method, string pattern)
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(method),
            new Uri(Parameter().Replace(pattern, "1"), UriKind.Relative)
        );
        if (method is "POST" or "PUT" or "PATCH")
            request.Content = JsonContent.Create(new { });
        return await client.SendAsync(request);
    }

    private static async Task IsErrorBodyAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var names = body.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal).ToList();
        Assert.True(
            names is ["code", "message", "reference"] or ["code", "errors", "message"],
            $"{answer.RequestMessage!.RequestUri}: {body}"
        );
        Assert.NotEqual("", body.GetProperty("message").GetString());
        Assert.DoesNotContain("Problem.", body.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\{(\w+)[:?][^}]*\}")]
    private static partial Regex Constraint();
}
