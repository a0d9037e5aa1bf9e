using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Clock;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Analytics;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Features.Demo;
using SellerLoyaltyPortal.Features.Operations;
using SellerLoyaltyPortal.Features.Operations.Start;
using SellerLoyaltyPortal.Features.Overview;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Features.Purchases.Rebuild;
using SellerLoyaltyPortal.Features.Reports;
using SellerLoyaltyPortal.Frame;

var builder = WebApplication.CreateBuilder(args);
builder.AddPortalClock();
builder.AddPortalData();
builder.AddAudit();
builder.AddAccounts();
builder.AddApi();
builder.AddPurchases();
builder.AddPrograms();
builder.AddAnalytics();
builder.AddReports();
builder.AddOverview();
builder.AddOperations();
builder.AddDemo();
builder.AddPortalFrame();

try
{
    if (AdminCommandLine.IsFor(args))
        return await AdminCommandLine.RunAsync(
            args,
            builder,
            portal =>
                [
                    .. OperationsCommands.For(portal),
                    .. LedgerCommands.For(portal),
                    .. DemoCommands.For(portal),
                ]
        );

    await using var app = builder.Build();
    app.UsePortalRequests();
    if (!app.Environment.IsDevelopment())
        app.UseHttpsOnly();
    app.UseApiErrors();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseRateLimiter();
    app.UseCircuitLimit();
    app.UseAntiforgery();
    app.MapAccounts();
    app.MapAudit();
    app.MapApi();
    app.MapOperations();
    app.MapReports();
    app.MapPurchases();
    app.MapPrograms();
    app.MapAnalytics();
    app.MapPortalFrame();

    // Before the database is touched: a mistyped setting is said alone.
    app.Services.GetRequiredService<IStartupValidator>().Validate();
    await app.Services.MigrateDatabaseAsync(CancellationToken.None);
    await app.RunAsync();
    return 0;
}
catch (Exception failure)
    when (StartRefusals.Explain(failure, builder.Configuration[DataOptions.FolderKey]) is { } refusal)
{
    await Console.Error.WriteLineAsync(refusal.Words);
    return refusal.ExitCode;
}
