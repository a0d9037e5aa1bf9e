using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using SellerLoyaltyPortal.Clock;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Clock;

public sealed class DevelopmentClockTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("", "00:00:00")]
    [InlineData(" \n", "00:00:00")]
    [InlineData("1.00:00:00\n", "1.00:00:00")]
    [InlineData("-00:30:00", "-00:30:00")]
    [InlineData("P1D", "1.00:00:00")]
    [InlineData("-PT2H", "-02:00:00")]
    [InlineData("P30DT1M", "30.00:01:00")]
    [InlineData("P1M", null)]
    [InlineData("P1Y", null)]
    [InlineData("tomorrow", null)]
    [InlineData("P99999999999D", null)]
    public void Parse_Text_IsAnOffsetOrNothing(string text, string? offset) =>
        Assert.Equal(
            offset is null
                ? null
                : TimeSpan.ParseExact(offset, "c", System.Globalization.CultureInfo.InvariantCulture),
            DevelopmentClock.Parse(text)
        );

    [Fact]
    public void GetUtcNow_FileChanges_FollowsIt()
    {
        var file = new FileInfo(_folder.File(ClockServices.OffsetFileName));
        var clock = new DevelopmentClock(file, NullLogger<DevelopmentClock>.Instance);

        Assert.Equal(0, DaysAhead(clock));
        File.WriteAllText(file.FullName, "1.00:00:00");
        Assert.Equal(1, DaysAhead(clock));
        File.WriteAllText(file.FullName, "P40D");
        Assert.Equal(40, DaysAhead(clock));
        File.WriteAllText(file.FullName, "nonsense");
        Assert.Equal(40, DaysAhead(clock));
        file.Delete();
        Assert.Equal(0, DaysAhead(clock));
    }

    [Theory]
    [InlineData("Production", 0)]
    [InlineData("Staging", 0)]
    [InlineData("Development", 5)]
    public void AddPortalClock_OffsetFileIsThere_CountsOnlyInDevelopment(string environment, int days)
    {
        File.WriteAllText(_folder.File(ClockServices.OffsetFileName), "P5D");
        var builder = WebApplication.CreateEmptyBuilder(
            new() { EnvironmentName = environment, ContentRootPath = _folder.Path }
        );
        builder.Services.AddLogging();
        builder.Services.AddSingleton<SellerLoyaltyPortal.Data.DataFolder>();
        builder.Services.Configure<SellerLoyaltyPortal.Data.DataOptions>(o => o.Folder = _folder.Path);
        builder.AddPortalClock();
        using var services = builder.Services.BuildServiceProvider();

        var clock = services.GetRequiredService<TimeProvider>();

        Assert.Equal(days, DaysAhead(clock));
        Assert.Equal(builder.Environment.IsDevelopment(), clock is DevelopmentClock);
    }

    public void Dispose() => _folder.Dispose();

    private static int DaysAhead(TimeProvider clock) =>
        (int)Math.Round((clock.GetUtcNow() - TimeProvider.System.GetUtcNow()).TotalDays);
}
