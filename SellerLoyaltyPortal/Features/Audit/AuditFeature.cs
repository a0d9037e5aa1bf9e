using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Audit.Pages;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Audit;

/// <summary>Who did what and when: written by every command, read on a page of its own.</summary>
public static class AuditFeature
{
    public static WebApplicationBuilder AddAudit(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AuditLog>();
        builder.Services.AddSingleton<AuditTrail>();
        builder.Services.ConfigureDbContext<PortalDbContext>(
            (services, options) => options.AddInterceptors(services.GetRequiredService<AuditTrail>()),
            ServiceLifetime.Singleton
        );
        builder.Services.AddSingleton(
            new NavItem("journal", typeof(AuditText), "NavJournal", "history", 39, OwnersOnly: true)
        );
        return builder;
    }

    public static WebApplication MapAudit(this WebApplication app)
    {
        AuditEndpoints.Map(app);
        return app;
    }
}
