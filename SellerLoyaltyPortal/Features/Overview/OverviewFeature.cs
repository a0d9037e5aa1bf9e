using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Overview;

/// <summary>How the seller stands today, on one page; every number leads to the page that explains it.</summary>
public static class OverviewFeature
{
    public static WebApplicationBuilder AddOverview(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LoadOverview>();
        builder.Services.AddSingleton<SampleData>();
        builder.Services.AddSingleton(
            new NavItem("overview", typeof(OverviewText), "NavOverview", "space_dashboard", Order: 10)
        );
        return builder;
    }
}
