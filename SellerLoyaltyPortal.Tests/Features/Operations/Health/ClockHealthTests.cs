using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using SellerLoyaltyPortal.Features.Operations.Health;

namespace SellerLoyaltyPortal.Tests.Features.Operations.Health;

public sealed class ClockHealthTests
{
    private readonly SetClock _clock = new();

    [Theory]
    [InlineData(86_400, "+86400 s")]
    [InlineData(-3_600, "-3600 s")]
    public async Task Check_ClockWasSet_SaysByHowMuchForAnHour(int seconds, string told)
    {
        var health = new ClockHealth(_clock, NullLogger<ClockHealth>.Instance);
        _clock.Pass(TimeSpan.FromMinutes(1));
        _clock.Set(TimeSpan.FromSeconds(seconds));

        var first = await health.CheckHealthAsync(new());
        _clock.Pass(TimeSpan.FromMinutes(59));
        var later = await health.CheckHealthAsync(new());
        _clock.Pass(TimeSpan.FromMinutes(2));
        var afterAnHour = await health.CheckHealthAsync(new());

        Assert.Equal(HealthStatus.Degraded, first.Status);
        Assert.Contains(told, first.Description, StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Degraded, later.Status);
        Assert.Equal(HealthStatus.Healthy, afterAnHour.Status);
    }

    [Fact]
    public async Task Check_ClockRunsALittleWrong_IsHealthy()
    {
        var health = new ClockHealth(_clock, NullLogger<ClockHealth>.Instance);
        _clock.Pass(TimeSpan.FromDays(1));
        _clock.Set(TimeSpan.FromSeconds(-30));

        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(new())).Status);
    }

    /// <summary>Its time can be set; what it counts by goes on.</summary>
    private sealed class SetClock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
        private long _count;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => _now;

        public override long GetTimestamp() => _count;

        public void Pass(TimeSpan time)
        {
            _now += time;
            _count += time.Ticks;
        }

        public void Set(TimeSpan by) => _now += by;
    }
}
