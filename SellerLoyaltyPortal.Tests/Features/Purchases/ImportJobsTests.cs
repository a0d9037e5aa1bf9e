using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Tests.Support.Builders;

namespace SellerLoyaltyPortal.Tests.Features.Purchases;

public sealed class ImportJobsTests : IDisposable
{
    private const string Header = "line_id,buyer_id,order_id,sku,quantity,list_price,bought_at\n";

    private readonly PurchasesDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Check_ThenStore_StoresAndForgetsTheFile()
    {
        var (jobs, access) = await StartAsync();
        var job = await CheckAsync(jobs, access, PurchaseFormat.Sample);
        Assert.Equal(ImportJobState.Checked, job.State);
        Assert.Null(await _desk.Ledger.FindHeadAsync(access.SellerId, default));
        Assert.Same(job, jobs.Find(access));
        Assert.True((await jobs.StoreAsync(access, job, goodRowsOnly: false, default)).IsSuccess);
        await EndOfAsync(job);
        Assert.Equal(ImportJobState.Done, job.State);
        Assert.True(job.Report!.IsStored);
        Assert.Equal(4, (await _desk.Ledger.FindHeadAsync(access.SellerId, default))!.Sequence);
        Assert.DoesNotContain(Uploads(), f => !f.EndsWith(".csv", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_WrongRows_LeavesTheChoiceAndAListOfAll()
    {
        _desk.Options.ErrorsShown = 1;
        var (jobs, access) = await StartAsync();
        var job = await CheckAsync(
            jobs,
            access,
            Header + "L1,b,o,s,1,=1+1,2026-03-01\nL2,b,o,s,1,1,2026-03-01\nL3,b,o,s,1,\"x\"\"y\",2026-03-01\n"
        );
        using (var list = new StreamReader(jobs.OpenErrorList(access, job.Id)!))
            Assert.Equal(
                """
                row,column,value,reason
                2,"list_price","'=1+1",NotANumber
                4,"list_price","x""y",NotANumber

                """,
                await list.ReadToEndAsync()
            );
        Assert.Null(jobs.OpenErrorList(access, Guid.NewGuid()));
        await jobs.StoreAsync(access, job, goodRowsOnly: true, default);
        await EndOfAsync(job);
        Assert.Equal(1, (await _desk.Ledger.FindHeadAsync(access.SellerId, default))!.CurrentLines);
    }

    [Fact]
    public async Task Check_UnreadableFile_FailsWithItsReason()
    {
        var (jobs, access) = await StartAsync();
        var job = await CheckAsync(jobs, access, "what,is,this\n");
        Assert.Equal(ImportJobState.Failed, job.State);
        Assert.Equal("FileHasUnknownColumn", Assert.Single(job.Errors).Code);
    }

    [Fact]
    public async Task Store_NotChecked_IsRefused()
    {
        var (jobs, access) = await StartAsync();
        var job = await CheckAsync(jobs, access, PurchaseFormat.Sample);
        await jobs.StoreAsync(access, job, goodRowsOnly: false, default);
        var twice = await jobs.StoreAsync(access, job, goodRowsOnly: false, default);
        Assert.Equal("ImportIsNotWaiting", Assert.Single(twice.Errors).Code);
        await EndOfAsync(job);
    }

    [Fact]
    public async Task End_Checked_ForgetsItAndItsFiles()
    {
        var (jobs, access) = await StartAsync();
        var job = await CheckAsync(jobs, access, PurchaseFormat.Sample);
        Assert.True((await jobs.EndAsync(access, job, default)).IsSuccess);
        Assert.Null(jobs.Find(access));
        Assert.Empty(Uploads());
    }

    [Fact]
    public async Task Check_Analyst_IsRefused()
    {
        var (jobs, access) = await StartAsync(SellerRole.Analyst);
        var refused = await jobs.CheckAsync(
            access,
            await UploadAsync(jobs, PurchaseFormat.Sample),
            "f.csv",
            PurchaseLayout.PortalCsv,
            default
        );
        Assert.Equal("OnlyOwnersImportPurchases", Assert.Single(refused.Errors).Code);
    }

    [Fact]
    public async Task Find_OtherSeller_SeesNothing()
    {
        var (jobs, access) = await StartAsync();
        var job = await CheckAsync(jobs, access, Header + "L1,b,o,s,1,x,2026-03-01\n");
        var other = await _desk.AddSellerAsync("other");
        var theirs = AnAccess.To(other);
        Assert.Null(jobs.Find(theirs));
        Assert.Null(jobs.OpenErrorList(theirs, job.Id));
    }

    [Fact]
    public async Task Start_FilesOfAnEndedProcess_AreDeleted()
    {
        var (jobs, _) = await StartAsync();
        await UploadAsync(jobs, "x");
        Assert.Single(Uploads());
        _ = Jobs();
        Assert.Empty(Uploads());
    }

    internal async Task<(ImportJobs Jobs, SellerAccess Access)> StartAsync(SellerRole role = SellerRole.Owner)
    {
        var seller = await _desk.AddSellerAsync();
        var user = AUser.Named("someone");
        await _desk.File.AddAsync(user);
        await _desk.File.AddAsync(user.MemberOf(seller, role));
        return (Jobs(), AnAccess.To(seller, role, user.Id));
    }

    private ImportJobs Jobs() =>
        new(
            _desk.Importer,
            new SellerDirectory(_desk.File.Contexts),
            _desk.File.DataFolder,
            NullLogger<ImportJobs>.Instance
        );

    private IEnumerable<string> Uploads() =>
        Directory.EnumerateFiles(Path.Combine(_desk.File.Folder, "uploads"));

    private static async Task<string> UploadAsync(ImportJobs jobs, string text)
    {
        var path = jobs.NewUploadPath();
        await File.WriteAllTextAsync(path, text, Encoding.UTF8);
        return path;
    }

    private static async Task<ImportJob> CheckAsync(ImportJobs jobs, SellerAccess access, string text)
    {
        var started = await jobs.CheckAsync(
            access,
            await UploadAsync(jobs, text),
            "f.csv",
            PurchaseLayout.PortalCsv,
            default
        );
        await EndOfAsync(started.Value);
        return started.Value;
    }

    private static async Task EndOfAsync(ImportJob job)
    {
        var ended = new TaskCompletionSource();
        job.Changed += (_, _) =>
        {
            if (!job.IsRunning)
                ended.TrySetResult();
        };
        if (!job.IsRunning)
            ended.TrySetResult();
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }
}
