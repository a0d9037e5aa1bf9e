using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Reports.Api;
using SellerLoyaltyPortal.Features.Reports.Definitions;
using SellerLoyaltyPortal.Features.Reports.Exports;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>Reports: each defined once, shown on a page, written as Excel and as JSON.</summary>
public static class ReportsFeature
{
    public static WebApplicationBuilder AddReports(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services
            .AddOptions<ReportsOptions>()
            .BindConfiguration(nameof(ReportsOptions))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<ReportFacts>();
        services.AddSingleton<SteadyLedger>();
        services.AddSingleton<ForecastFigures>();
        // In the order of the list.
        services.AddSingleton<ReportDefinition, SegmentsReport>();
        services.AddSingleton<ReportDefinition, BuyersReport>();
        services.AddSingleton<ReportDefinition, EconomicsReport>();
        services.AddSingleton<ReportDefinition, QualifyingReport>();
        services.AddSingleton<ReportDefinition, RuleChangeReport>();
        services.AddSingleton<ReportDefinition, RetentionReport>();
        services.AddSingleton<ReportDefinition, ValueReport>();
        services.AddSingleton<ReportDefinition, LedgerReport>();
        services.AddSingleton<ReportCatalog>();
        services.AddSingleton<ReportWords>();
        services.AddSingleton<MakeReport>();
        services.AddSingleton<PreviewReport>();
        services.AddSingleton<WriteWorkbook>();
        services.AddSingleton<WriteLogWorkbook>();
        services.AddSingleton<WriteReportJson>();
        services.AddSingleton<ExportFiles>();
        services.AddSingleton<ReportExports>();
        services.AddHostedService<ExportKeeper>();
        services.AddSingleton(new NavItem("reports", typeof(ReportsText), "NavReports", "summarize", 25));
        services.AddSingleton<PlaceFinder, ReportPlaces>();
        return builder;
    }

    public static WebApplication MapReports(this WebApplication app)
    {
        ReportsEndpoints.Map(app);
        ReportsApi.Map(app);
        return app;
    }
}
