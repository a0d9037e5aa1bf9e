using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace SellerLoyaltyPortal.Features.Operations.Metrics;

/// <summary><c>GET /metrics</c> for Prometheus, behind a token of its own; without the right one it is not there.</summary>
internal static class MetricsEndpoint
{
    private const string Bearer = "Bearer ";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/metrics", Get).AllowAnonymous();

    private static IResult Get(
        HttpRequest request,
        MetricsCollector metrics,
        IOptions<OperationsOptions> options
    ) =>
        options.Value.MetricsToken is { } token && Sends(request, token)
            ? Results.Text(metrics.Text(), PrometheusText.ContentType, Encoding.UTF8)
            : Results.NotFound();

    private static bool Sends(HttpRequest request, string token) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString()),
            Encoding.UTF8.GetBytes(Bearer + token)
        );
}
