using SellerLoyaltyPortal.Clock;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Analytics;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Features.Demo;
using SellerLoyaltyPortal.Features.Operations;
using SellerLoyaltyPortal.Features.Overview;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Purchases;
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

if (AdminCommandLine.IsFor(args))
    return await AdminCommandLine.RunAsync(args, builder, OperationsCommands.For);

await using var app = builder.Build();
await app.Services.MigrateDatabaseAsync(CancellationToken.None);

app.UsePortalRequests();
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

await app.RunAsync();
return 0;
