using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SellerLoyaltyPortal.Features.Operations.Health;

/// <summary>The state and its reasons as JSON; no path, no version, nothing of an exception.</summary>
internal sealed record HealthAnswer(string Status, IReadOnlyList<HealthAnswer.Check> Checks)
{
    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(
            new HealthAnswer(
                Name(report.Status),
                [.. report.Entries.Select(e => new Check(e.Key, Name(e.Value.Status), e.Value.Description))]
            ),
            context.RequestAborted
        );
    }

    private static string Name(HealthStatus status) =>
        status switch
        {
            HealthStatus.Healthy => "healthy",
            HealthStatus.Degraded => "degraded",
            HealthStatus.Unhealthy => "unhealthy",
        };

    internal sealed record Check(string Name, string Status, string? Reason);
}
