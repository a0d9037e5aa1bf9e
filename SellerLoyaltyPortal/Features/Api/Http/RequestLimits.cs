using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Api.Http;

/// <summary>How often a key may ask. Beyond it: 429 with <c>Retry-After</c>; the body is <see cref="ApiErrors"/>'s.</summary>
internal static class RequestLimits
{
    public const string Api = "api";

    public static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after)
                ? after
                : TimeSpan.FromSeconds(1);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(
                    1,
                    (int)Math.Ceiling(wait.TotalSeconds)
                )
                .ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        options.AddPolicy(
            Api,
            context =>
                RateLimitPartition.GetTokenBucketLimiter(
                    context.User.FindFirst(SellerDirectory.KeyIdClaim)?.Value ?? "",
                    _ => Bucket(context.RequestServices.GetRequiredService<IOptions<ApiOptions>>().Value)
                )
        );
    }

    private static TokenBucketRateLimiterOptions Bucket(ApiOptions options)
    {
        // Ten times a second, so that a steady stream is not let through in bursts of a second's worth.
        const int PeriodsPerSecond = 10;
        return new()
        {
            TokenLimit = options.Burst,
            TokensPerPeriod = Math.Max(1, options.RequestsPerSecond / PeriodsPerSecond),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1.0 / PeriodsPerSecond),
            QueueLimit = 0,
        };
    }
}
