using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Features.Purchases.Marketplace;
using SellerLoyaltyPortal.Features.Purchases.Pages;
using SellerLoyaltyPortal.Tests.Features.Api;
using SellerLoyaltyPortal.Tests.Support;
using SellerLoyaltyPortal.Tests.Support.Builders;

namespace SellerLoyaltyPortal.Tests.Features.Purchases.Pages;

public sealed class DataPageTests : PortalBunitContext
{
    private readonly PurchasesDesk _desk = new();
    private Seller? _seller;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _desk.Dispose();
    }

    [Fact]
    public async Task Page_NothingImported_SaysWhatToDo()
    {
        var page = Open(await StartAsync(SellerRole.Owner));
        page.WaitForElement(".state-empty");
        Assert.NotNull(page.Find("input[type=file]"));
    }

    [Fact]
    public async Task Page_Analyst_LooksButDoesNotImport()
    {
        var access = await StartAsync(SellerRole.Analyst);
        var page = Open(access);
        page.WaitForElement(".state-empty");
        Assert.Empty(page.FindAll("input[type=file]"));
    }

    [Fact]
    public async Task Page_GoodFile_IsCheckedStoredAndListed()
    {
        var page = Open(await StartAsync(SellerRole.Owner));
        Upload(page, PurchaseFormat.Sample);
        page.WaitForElement("#layout");
        Assert.Equal("PortalCsv", page.Find("#layout").GetAttribute("value"));
        page.WaitForElement(".preview tbody tr");
        await page.Find("button.primary").ClickAsync();
        page.WaitForAssertion(
            () => Assert.Contains("5 761", Plain(page.Find(".facts").TextContent), StringComparison.Ordinal),
            TimeSpan.FromSeconds(20)
        );
        Assert.Empty(page.FindAll("tbody tr"));
        // The next file may be chosen as soon as nothing is worked on.
        page.WaitForAssertion(() => Assert.False(page.Find("#file").HasAttribute("disabled")));
        await page.Find(".btn.primary").ClickAsync();
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")), TimeSpan.FromSeconds(20));
        Assert.Contains("purchases.csv", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WrongRows_AreShownWithPlaceAndReasonAndStoreNothing()
    {
        var access = await StartAsync(SellerRole.Owner);
        var page = Open(access);
        Upload(
            page,
            "line_id,buyer_id,order_id,sku,quantity,list_price,bought_at\n"
                + "L1,b,o,s,1,1,2026-03-01\nL2,b,o,s,x,1,2026-03-01\n"
        );
        page.WaitForElement(".preview tbody tr");
        await page.Find("button.primary").ClickAsync();
        page.WaitForElement("dl.facts");
        page.WaitForElement("table.table td code", TimeSpan.FromSeconds(20));
        Assert.Equal(
            ["3", "quantity", "x"],
            page.FindAll("table.table tbody tr:first-child td").Take(3).Select(c => c.TextContent)
        );
        Assert.Contains(
            "errors.csv",
            page.Find("a[download]").GetAttribute("href"),
            StringComparison.Ordinal
        );
        Assert.Empty(page.FindAll(".btn.primary"));
        Assert.Null(await _desk.Ledger.FindHeadAsync(access.SellerId, default));
    }

    [Fact]
    public async Task Page_UnknownColumns_AreShownAsTheyWillBeStoredAndCorrected()
    {
        var page = Open(await StartAsync(SellerRole.Owner));
        Upload(
            page,
            "Заказ;Клиент;Дата;Сумма;Примечание\n7;k-1;05.03.2026;1 200,50;x\n8;k-2;15.03.2026;300;y\n"
        );
        page.WaitForElement(".preview tbody tr");
        Assert.Equal("DayMonthYear", page.Find("#dates").GetAttribute("value"));
        Assert.Equal("comma", page.Find("#decimals").GetAttribute("value"));
        Assert.Contains(
            "1 200,50",
            Plain(page.Find(".preview tbody tr").TextContent),
            StringComparison.Ordinal
        );
        // Without a buyer there is nothing to check.
        await page.FindAll(".columns-table select")[1].ChangeAsync(new() { Value = "Ignored" });
        page.WaitForElement("[role=alert]");
        Assert.True(page.Find("button.primary").HasAttribute("disabled"));
        await page.FindAll(".columns-table select")[1].ChangeAsync(new() { Value = "Buyer" });
        page.WaitForElement(".preview tbody tr");
        await page.Find("button.primary").ClickAsync();
        page.WaitForAssertion(
            () =>
                Assert.Contains("1 500,50", Plain(page.Find(".facts").TextContent), StringComparison.Ordinal),
            TimeSpan.FromSeconds(20)
        );
    }

    [Fact]
    public async Task Page_StoredImport_CanBeUndoneAfterAQuestion()
    {
        var access = await StartAsync(SellerRole.Owner);
        await _desk.ImportAsync(_seller!, PurchaseFormat.Sample);
        var page = Open(access);
        page.WaitForElement("tbody tr");
        await page.FindAll("tbody button").Single().ClickAsync();
        await page.Find("dialog .btn.danger").ClickAsync();
        page.WaitForElement("tr.undone .badge");
        Assert.Empty(page.FindAll("dialog"));
        Assert.Equal(0, (await _desk.Ledger.FindHeadAsync(access.SellerId, default))!.CurrentLines);
    }

    [Fact]
    public async Task Page_ReportWithoutBuyers_SaysSoAndIsKeptListedAndRemoved()
    {
        var page = Open(await StartAsync(SellerRole.Owner));
        Upload(page, "Предмет;Обоснование для оплаты;Кол-во\nКружка;Продажа;1\n");
        page.WaitForElement(".note.warn");
        Assert.Empty(page.FindAll("[data-step=check]"));
        await page.Find("[data-step=keep]").ClickAsync();
        page.WaitForElement("#marketplace-reports tbody tr");
        Assert.Contains(
            "/data/marketplace-reports/",
            page.Find("#marketplace-reports a").GetAttribute("href"),
            StringComparison.Ordinal
        );
        Assert.Empty(page.FindAll("[data-step=keep]"));
        await page.Find("#marketplace-reports tbody button").ClickAsync();
        await page.Find("[data-step=remove-report]").ClickAsync();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("#marketplace-reports")));
    }

    private static string Plain(string text) => text.Replace('\u202F', ' ').Replace('\u00A0', ' ');

    private static void Upload(IRenderedComponent<DataPage> page, string text) =>
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(text, "purchases.csv"));

    private IRenderedComponent<DataPage> Open(SellerAccess access) =>
        Render<DataPage>(p => p.AddCascadingValue(access));

    private async Task<SellerAccess> StartAsync(SellerRole role)
    {
        var seller = _seller = await _desk.AddSellerAsync();
        var user = AUser.Named("someone");
        await _desk.File.AddAsync(user);
        await _desk.File.AddAsync(user.MemberOf(seller, role));
        Services.AddSingleton(_desk.File.Contexts);
        Services.AddSingleton(_desk.File.DataFolder);
        Services.AddSingleton(_desk.Ledger);
        Services.AddSingleton(_desk.Work);
        Services.AddSingleton<MarketplaceReports>();
        Services.AddSingleton(Microsoft.Extensions.Options.Options.Create(_desk.Options));
        Services.AddSingleton<SellerDirectory>();
        Services.AddSingleton(_desk.Saved);
        Services.AddSingleton(_desk.Secrets);
        Services.AddSingleton<ImportJobs>();
        Services.AddSingleton<ImportLimit>();
        Services.AddSingleton<ImportHistory>();
        Services.AddSingleton<UndoImport>();
        Services.AddSingleton<SellerDays>();
        Services.AddApiKeys();
        // It has tables of its own, and tests of its own.
        ComponentFactories.AddStub<DataHealthCard>();
        return AnAccess.To(seller, role, user.Id);
    }
}
