using SellerLoyaltyPortal.Data;

namespace SellerLoyaltyPortal.Clock;

/// <summary>What time it is: the machine's, in Development moved by what stands in a file.</summary>
public static class ClockServices
{
    /// <summary>In the data folder, only looked at in Development.</summary>
    public const string OffsetFileName = "clock-offset";

    public static WebApplicationBuilder AddPortalClock(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment())
            builder.Services.AddSingleton<TimeProvider>(services => new DevelopmentClock(
                new FileInfo(
                    Path.Combine(services.GetRequiredService<DataFolder>().Root.FullName, OffsetFileName)
                ),
                services.GetRequiredService<ILogger<DevelopmentClock>>()
            ));
        else
            builder.Services.AddSingleton(TimeProvider.System);
        return builder;
    }
}
