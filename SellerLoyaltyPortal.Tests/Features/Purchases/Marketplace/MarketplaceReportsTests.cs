using System.Security.Cryptography;
using System.Text;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Tests.Support.Builders;

namespace SellerLoyaltyPortal.Tests.Features.Purchases.Marketplace;

public sealed class MarketplaceReportsTests : IDisposable
{
    private const string Ozon =
        "Номер отправления,Тип начисления,За продажу или возврат до вычета комиссий и услуг\n1,x,5\n";
    private const string Wildberries = "Предмет;Обоснование для оплаты;Кол-во;Srid\nКружка;Продажа;1;s1\n";

    private readonly PurchasesDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData(Ozon, "Ozon")]
    [InlineData(Wildberries, "Wildberries")]
    public async Task Keep_Report_IsListedWithItsHashAndComesBackAsItWas(string text, string layout)
    {
        var (jobs, access) = await OwnerAsync("shop");
        var reports = _desk.Reports(jobs);
        var kept = await reports.KeepAsync(access, await ReceiveAsync(jobs, access, text), default);
        Assert.True(kept.IsSuccess);
        Assert.Null(jobs.Find(access));
        var row = Assert.Single(await reports.ListAsync(access, default));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), row.Sha256);
        Assert.Equal((layout, "report.csv"), (row.Layout, row.FileName));
        var opened = (await reports.OpenAsync(access, row.Id, default))!.Value;
        using var reader = new StreamReader(opened.Content);
        Assert.Equal(text, await reader.ReadToEndAsync());
        // Nobody's purchases.
        Assert.Null(await _desk.Ledger.FindHeadAsync(access.SellerId, default));
    }

    [Fact]
    public async Task Keep_SameReportAgain_IsRefusedAndLeavesNoFile()
    {
        var (jobs, access) = await OwnerAsync("shop");
        var reports = _desk.Reports(jobs);
        await reports.KeepAsync(access, await ReceiveAsync(jobs, access, Ozon), default);
        var again = await reports.KeepAsync(access, await ReceiveAsync(jobs, access, Ozon), default);
        Assert.Equal("ReportIsKeptAlready", Assert.Single(again.Errors).Code);
        Assert.Single(Files());
    }

    [Fact]
    public async Task Keep_PurchasesThatCanBeStored_IsRefused()
    {
        var (jobs, access) = await OwnerAsync("shop");
        var kept = await _desk
            .Reports(jobs)
            .KeepAsync(access, await ReceiveAsync(jobs, access, PurchaseFormat.Sample), default);
        Assert.Equal("OnlyMarketplaceReportsAreKept", Assert.Single(kept.Errors).Code);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task Keep_MoreThanTheLimit_IsRefused()
    {
        _desk.Options.MaxKeptMegabytes = 0;
        var (jobs, access) = await OwnerAsync("shop");
        var kept = await _desk
            .Reports(jobs)
            .KeepAsync(access, await ReceiveAsync(jobs, access, Ozon), default);
        Assert.Equal("TooManyReportsAreKept", Assert.Single(kept.Errors).Code);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task Keep_AfterAProcessThatDied_ClearsAwayWhatItLeft()
    {
        var (jobs, access) = await OwnerAsync("shop");
        var reports = _desk.Reports(jobs);
        await reports.KeepAsync(access, await ReceiveAsync(jobs, access, Ozon), default);
        var folder = Path.GetDirectoryName(Files().Single())!;
        await File.WriteAllTextAsync(Path.Combine(folder, $"{Guid.NewGuid():N}"), "without a row");
        await File.WriteAllTextAsync(Path.Combine(folder, $"{Guid.NewGuid():N}.part"), "half");
        await reports.KeepAsync(access, await ReceiveAsync(jobs, access, Wildberries), default);
        Assert.Equal(2, Files().Length);
        Assert.Equal(2, (await reports.ListAsync(access, default)).Count);
    }

    [Fact]
    public async Task OpenAndRemove_ReportOfAnotherSeller_IsNotThere()
    {
        var (jobs, access) = await OwnerAsync("shop");
        var reports = _desk.Reports(jobs);
        var id = (await reports.KeepAsync(access, await ReceiveAsync(jobs, access, Ozon), default)).Value.Id;
        var (_, stranger) = await OwnerAsync("other");
        Assert.Empty(await reports.ListAsync(stranger, default));
        Assert.Null(await reports.OpenAsync(stranger, id, default));
        Assert.Equal("ReportIsNotKept", (await reports.RemoveAsync(stranger, id, default)).Errors[0].Code);
        Assert.Single(Files());
    }

    [Fact]
    public async Task Remove_Owner_TakesRowAndFile_AnalystMayNot()
    {
        var (jobs, access) = await OwnerAsync("shop");
        var reports = _desk.Reports(jobs);
        var id = (await reports.KeepAsync(access, await ReceiveAsync(jobs, access, Ozon), default)).Value.Id;
        var analyst = access with { UserId = Guid.NewGuid() };
        Assert.Equal(
            "OnlyOwnersImportPurchases",
            (await reports.RemoveAsync(analyst, id, default)).Errors[0].Code
        );
        Assert.True((await reports.RemoveAsync(access, id, default)).IsSuccess);
        Assert.Empty(Files());
        Assert.Empty(await reports.ListAsync(access, default));
    }

    private async Task<(ImportJobs Jobs, SellerAccess Access)> OwnerAsync(string slug)
    {
        var seller = await _desk.AddSellerAsync(slug);
        var user = AUser.Named("owner-of-" + slug);
        await _desk.File.AddAsync(user);
        await _desk.File.AddAsync(user.MemberOf(seller, SellerRole.Owner));
        return (_desk.Jobs(), AnAccess.To(seller, SellerRole.Owner, user.Id));
    }

    private static async Task<ImportJob> ReceiveAsync(ImportJobs jobs, SellerAccess access, string text)
    {
        var upload = jobs.NewUpload();
        await using (var content = upload.Create())
            await content.WriteAsync(Encoding.UTF8.GetBytes(text));
        return (await jobs.ReceiveAsync(access, upload, "report.csv", default)).Value;
    }

    private string[] Files() =>
        Path.Combine(_desk.File.Folder, "marketplace") is var folder && Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            : [];
}
