using SellerLoyaltyPortal.Features.Analytics.Api;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>Retention, lifetime value and segments: definitions that are printed beside their numbers.</summary>
public static class AnalyticsFeature
{
    public static WebApplicationBuilder AddAnalytics(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services
            .AddOptions<AnalyticsOptions>()
            .BindConfiguration(nameof(AnalyticsOptions))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<AnalyticsWork>();
        services.AddSingleton<ScopedLedgers>();
        services.AddSingleton<FindCurrentOffer>();
        services.AddSingleton<AnalyticsQueries>();
        services.AddSingleton<ForecastQueries>();
        services.AddSingleton<LoadSegmentOffers>();
        services.AddSingleton<LoadFailures>();
        services.AddSingleton(
            new NavItem("buyers", typeof(AnalyticsText), "NavBuyers", "groups", 20)
            {
                Keeps = FilterAddress.Names,
            }
        );
        services.AddSingleton(
            new NavItem("retention", typeof(AnalyticsText), "NavRetention", "autorenew", 21)
            {
                Keeps = FilterAddress.Names,
            }
        );
        services.AddSingleton(
            new NavItem("ltv", typeof(AnalyticsText), "NavValue", "trending_up", 22)
            {
                Keeps = FilterAddress.Names,
            }
        );
        return builder;
    }

    public static WebApplication MapAnalytics(this WebApplication app)
    {
        AnalyticsEndpoints.Map(app);
        AnalyticsApi.Map(app);
        return app;
    }
}
