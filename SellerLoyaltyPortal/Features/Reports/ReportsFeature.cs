namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>Reports as Excel workbooks.</summary>
public static class ReportsFeature
{
    public static WebApplicationBuilder AddReports(this WebApplicationBuilder builder)
    {
        return builder;
    }
}
