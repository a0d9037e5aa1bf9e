using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Overview.Pages;
using SellerLoyaltyPortal.Tests.Features.Purchases;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Overview.Pages;

public sealed class OverviewPageTests : PortalBunitContext, IAsyncLifetime
{
    private readonly PurchasesDesk _purchases = new();
    private ProgramDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await ProgramDesk.OpenAsync();

    Task IAsyncLifetime.DisposeAsync()
    {
        _desk.Dispose();
        _purchases.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public void Open_NoPurchases_LeadsToTheImport()
    {
        var page = Open();

        Assert.Equal("/sellers/desk-seller/data", page.WaitForElement(".first-run a").GetAttribute("href"));
    }

    [Fact]
    public async Task Open_RunningProgram_SaysWhoGetsItWithTheRightPlural()
    {
        await _desk.ActiveAsync();
        await _desk.BuyAsync(("a", 6_000, 1), ("b", 5_000, 1), ("c", 10, 1));

        var lead = Open().WaitForElement(".lead").TextContent.Replace('\u00A0', ' ');

        Assert.Contains("2 покупателя из 3", lead, StringComparison.Ordinal);
        Assert.Contains("10 %", lead, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_WithPurchases_PrintsDateWindowZoneAndRule()
    {
        await _desk.BuyAsync(("a", 6_000, 1));

        var page = Open();

        page.WaitForElement(".lead");
        Assert.Equal(3, page.FindAll(".chips > *").Count);
        Assert.Contains(
            "по цене",
            page.Find(".lead + .hint").TextContent,
            StringComparison.OrdinalIgnoreCase
        );
        Assert.Single(page.FindAll("details tbody tr"));
    }

    [Fact]
    public async Task Open_AsAnAnalyst_OffersNoDesign()
    {
        await _desk.BuyAsync(("a", 6_000, 1));

        var page = Open(_desk.Owner with { Role = SellerRole.Analyst });

        page.WaitForElement(".lead");
        Assert.Empty(page.FindAll(".page-actions a"));
    }

    private IRenderedComponent<OverviewPage> Open(SellerAccess? access = null)
    {
        Services.AddSingleton(_desk.Overview());
        Services.AddSingleton(_purchases.Sample());
        return Render<OverviewPage>(parameters => parameters.AddCascadingValue(access ?? _desk.Owner));
    }
}
