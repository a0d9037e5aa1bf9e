using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SellerLoyaltyPortal.Features.Operations.Health;

/// <summary>
/// Tells a machine's clock that was set, by comparing it with the one that only counts. The portal believes the
/// clock, and a program that it begins a day early can't be called back, so somebody must hear of it.
/// </summary>
/// <remarks>A machine that slept looks the same, and is worth the same look.</remarks>
internal sealed class ClockHealth(TimeProvider clock, ILogger<ClockHealth> log) : IHealthCheck
{
    /// <summary>More than a clock that is kept right moves by itself.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(2);

    /// <summary>For how long a jump is told, so that a look every minute does not miss it.</summary>
    public static readonly TimeSpan ToldFor = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private (DateTimeOffset Time, long Count) _last = (clock.GetUtcNow(), clock.GetTimestamp());
    private (TimeSpan By, long Count)? _jump;

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            Look() is { } by
                ? HealthCheckResult.Degraded(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"the clock was set by {by.TotalSeconds:+0;-0} s within the last hour: see that it is right, programs begin and end by it"
                    )
                )
                : HealthCheckResult.Healthy()
        );

    private TimeSpan? Look()
    {
        lock (_gate)
        {
            var now = (Time: clock.GetUtcNow(), Count: clock.GetTimestamp());
            var by = now.Time - _last.Time - clock.GetElapsedTime(_last.Count, now.Count);
            _last = now;
            if (by.Duration() > Tolerance)
            {
                log.LogWarning("The machine's clock was set by {Seconds} s", (long)by.TotalSeconds);
                _jump = (by, now.Count);
            }
            if (_jump is { } jump && clock.GetElapsedTime(jump.Count, now.Count) > ToldFor)
                _jump = null;
            return _jump?.By;
        }
    }
}
