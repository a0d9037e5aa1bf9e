namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>Reports as Excel workbooks.</summary>
public static class ReportsFeature
{
    public static WebApplicationBuilder AddReports(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ExportQualifyingBuyers>();
        return builder;
    }

    public static WebApplication MapReports(this WebApplication app)
    {
        QualifyingExportEndpoint.Map(app);
        return app;
    }
}
