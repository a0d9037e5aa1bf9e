using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Purchases.Api;
using SellerLoyaltyPortal.Features.Purchases.Events;
using SellerLoyaltyPortal.Features.Purchases.Health;
using SellerLoyaltyPortal.Features.Purchases.Mapping;
using SellerLoyaltyPortal.Features.Purchases.Marketplace;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>The purchase ledger: import, storage and the columns that the engines read.</summary>
public static class PurchasesFeature
{
    public static WebApplicationBuilder AddPurchases(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services
            .AddOptions<PurchasesOptions>()
            .BindConfiguration(nameof(PurchasesOptions))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<PurchaseLedger>();
        services.AddSingleton<LedgerExtract>();
        services.AddSingleton<LedgerSnapshots>();
        services.AddHostedService<LedgersAtStart>();
        services.AddSingleton<GoodsSales>();
        services.AddSingleton<LoadLedgerHealth>();
        services.AddSingleton<EventQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<EventQueue>());
        services.AddSingleton<SellerDays>();
        services.AddSingleton<PurchaseCategories>();
        services.AddSingleton<PurchaseFileImporter>();
        services.AddSingleton<SavedMappings>();
        services.AddSingleton<BuyerSecrets>();
        services.AddSingleton<ImportWork>();
        services.AddSingleton<PurchaseMeter>();
        services.AddSingleton<IProtectedValues>(provider => provider.GetRequiredService<BuyerSecrets>());
        services.AddSingleton<ImportJobs>();
        services.AddSingleton<ImportLimit>();
        services.AddSingleton<MarketplaceReports>();
        services.AddSingleton<ImportHistory>();
        services.AddSingleton<UndoImport>();
        services.AddSingleton(new NavItem("data", typeof(PurchasesText), "NavData", "database", 31));
        services.AddSingleton(
            new NavAction("data", typeof(PurchasesText), "ImportTitle", "upload_file", OwnersOnly: true)
        );
        services.AddSingleton(
            new NavAction("data/format", typeof(PurchasesText), "FormatTitle", "description")
        );
        return builder;
    }

    public static WebApplication MapPurchases(this WebApplication app)
    {
        // Made at the start: a meter that nobody asked for says nothing.
        app.Services.GetRequiredService<PurchaseMeter>();
        RefusedRowsEndpoint.Map(app);
        MarketplaceReportEndpoint.Map(app);
        PurchaseEventsEndpoint.Map(app);
        ImportsEndpoint.Map(app);
        return app;
    }
}
