using SellerLoyaltyPortal.Clock;
using SellerLoyaltyPortal.Components;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Features.Reports;

var builder = WebApplication.CreateBuilder(args);
builder.AddPortalClock();
builder.AddPortalData();
builder.AddAccounts();
builder.AddPurchases();
builder.AddPrograms();
builder.AddReports();
builder.AddPortalComponents();

await using var app = builder.Build();
await app.Services.MigrateDatabaseAsync(CancellationToken.None);

app.UsePortalRequests();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.MapPortalComponents();

await app.RunAsync();
