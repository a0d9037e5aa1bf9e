using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Reports;
using SellerLoyaltyPortal.Features.Reports.Exports;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Tests.Features.Reports.Excel;

namespace SellerLoyaltyPortal.Tests.Features.Reports;

/// <summary>Workbooks made in the background.</summary>
public sealed class ReportExportsTests : IAsyncLifetime, IDisposable
{
    private readonly ReportsDesk _desk = new();

    private ReportExports Exports => _desk.Portal.Services.GetRequiredService<ReportExports>();

    private DirectoryInfo Folder => new(Path.Combine(_desk.Portal.DataFolder, "reports"));

    public Task InitializeAsync() => _desk.InitializeAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Start_AReport_IsWrittenListedAndDownloaded()
    {
        var report = await _desk.MakeAsync("retention");

        var started = (await Exports.StartAsync(_desk.Access, report, CancellationToken.None)).Value;
        await UntilAsync(started.Id, ReportExportState.Done);

        var listed = Assert.Single(await Exports.ListAsync(_desk.Access, CancellationToken.None));
        Assert.Equal(report.RowCount, listed.Rows);
        Assert.Equal(started.RequestedAt.AddDays(7), listed.KeptUntil);
        using var client = await _desk.Portal.SignedInAsync(_desk.Analyst);
        using var answer = await client.GetAsync(FileOf(started.Id));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(report.FileStem + ".xlsx", answer.Content.Headers.ContentDisposition?.FileName);
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(listed.Bytes, file.Length);
        Assert.Empty(WorkbookReading.Problems(file));
        Assert.DoesNotContain(Folder.EnumerateFiles(), f => f.Extension != ".xlsx");
    }

    [Fact]
    public async Task Download_MemberOfAnotherSeller_IsNotThere()
    {
        var report = await _desk.MakeAsync("retention");
        var started = (await Exports.StartAsync(_desk.Access, report, CancellationToken.None)).Value;
        await UntilAsync(started.Id, ReportExportState.Done);
        var other = await _desk.Portal.AddSellerAsync("other");
        var stranger = await _desk.Portal.AddMemberAsync(other, SellerRole.Owner);
        using var client = await _desk.Portal.SignedInAsync(stranger);

        using var under = await client.GetAsync(
            new Uri($"/sellers/other/reports/files/{started.Id}", UriKind.Relative)
        );
        using var of = await client.GetAsync(FileOf(started.Id));

        Assert.Equal(HttpStatusCode.NotFound, under.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, of.StatusCode);
        Assert.Empty(
            await Exports.ListAsync(await _desk.Portal.AccessOfAsync(stranger, other), CancellationToken.None)
        );
    }

    [Fact]
    public async Task Cancel_WhileWriting_LeavesNoFileAndSaysSo()
    {
        using var stuck = new StuckRows();
        var report = await WithAsync(stuck);

        var started = (await Exports.StartAsync(_desk.Access, report, CancellationToken.None)).Value;
        await stuck.Reached.WaitAsync(TimeSpan.FromSeconds(30));
        var other = await _desk.Portal.AddSellerAsync("other");
        var stranger = await _desk.Portal.AccessOfAsync(
            await _desk.Portal.AddMemberAsync(other, SellerRole.Owner),
            other
        );
        Assert.False((await Exports.CancelAsync(stranger, started.Id, CancellationToken.None)).Value);
        Assert.True((await Exports.CancelAsync(_desk.Access, started.Id, CancellationToken.None)).Value);
        stuck.GoOn();
        await UntilAsync(started.Id, ReportExportState.Cancelled);

        Assert.Empty(Folder.EnumerateFiles());
        using var client = await _desk.Portal.SignedInAsync(_desk.Analyst);
        using var answer = await client.GetAsync(FileOf(started.Id));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Start_MoreThanMayRun_IsRefusedAndTheWaitingOneGoesOnLater()
    {
        using var stuck = new StuckRows();
        var report = await WithAsync(stuck);
        var small = await _desk.MakeAsync("ltv");
        await Exports.StartAsync(_desk.Access, report, CancellationToken.None);
        await stuck.Reached.WaitAsync(TimeSpan.FromSeconds(30));
        var second = (await Exports.StartAsync(_desk.Access, small, CancellationToken.None)).Value;
        await Exports.StartAsync(_desk.Access, small, CancellationToken.None);

        var fourth = await Exports.StartAsync(_desk.Access, small, CancellationToken.None);

        Assert.Equal("TooManyReportsAreBeingMade", Assert.Single(fourth.Errors).Code);
        var waiting = (await Exports.ListAsync(_desk.Access, CancellationToken.None)).Single(e =>
            e.Id == second.Id
        );
        Assert.Equal(ReportExportState.Running, waiting.State);
        Assert.Null(waiting.RowsWritten);
        stuck.GoOn();
        await UntilAsync(second.Id, ReportExportState.Done);
    }

    [Fact]
    public async Task Start_RowsThatBreak_FailsWithoutAFile()
    {
        var frame = await _desk.MakeAsync("ledger");
        var broken = new ReportTable
        {
            Name = "Broken",
            Title = "Broken",
            Columns = [ReportColumn.Text("Buyer")],
            RowCount = 1,
            Rows = _ => throw new IOException("The disk is gone."),
        };

        var started = (
            await Exports.StartAsync(_desk.Access, frame with { Tables = [broken] }, CancellationToken.None)
        ).Value;

        await UntilAsync(started.Id, ReportExportState.Failed);
        Assert.Empty(Folder.EnumerateFiles());
    }

    [Fact]
    public async Task Keeper_AfterSevenDays_RemovesFileAndRow()
    {
        var started = (
            await Exports.StartAsync(_desk.Access, await _desk.MakeAsync("ltv"), CancellationToken.None)
        ).Value;
        await UntilAsync(started.Id, ReportExportState.Done);
        var keeper = _desk.Portal.Services.GetServices<IHostedService>().OfType<ExportKeeper>().Single();

        _desk.Portal.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        await keeper.RemoveOldAsync(CancellationToken.None);
        Assert.Single(await Exports.ListAsync(_desk.Access, CancellationToken.None));
        Assert.Single(Folder.EnumerateFiles());

        _desk.Portal.Clock.Advance(TimeSpan.FromMinutes(2));
        await keeper.RemoveOldAsync(CancellationToken.None);
        Assert.Empty(await Exports.ListAsync(_desk.Access, CancellationToken.None));
        Assert.Empty(Folder.EnumerateFiles());
    }

    [Fact]
    public async Task Keeper_AtStart_SaysWhatWasInterruptedAndRemovesLeftovers()
    {
        var kept = (
            await Exports.StartAsync(_desk.Access, await _desk.MakeAsync("ltv"), CancellationToken.None)
        ).Value;
        await UntilAsync(kept.Id, ReportExportState.Done);
        var interrupted = Guid.NewGuid();
        await using (var context = _desk.Portal.Contexts.ForSeller(_desk.Seller.Id))
        {
            context.Add(
                new ReportExport
                {
                    Id = interrupted,
                    Report = "ltv",
                    Inputs = "",
                    Language = "ru",
                    FileName = "ltv.xlsx",
                    State = ReportExportState.Running,
                    RequestedBy = Guid.NewGuid(),
                    RequestedAt = _desk.Portal.Clock.GetUtcNow(),
                    Rows = 1,
                }
            );
            await context.SaveChangesAsync();
        }
        // What a killed process leaves: a part, and a whole file of which the database does not know.
        await File.WriteAllTextAsync(Path.Combine(Folder.FullName, interrupted.ToString("N") + ".xlsx"), "x");
        await File.WriteAllTextAsync(
            Path.Combine(Folder.FullName, Guid.NewGuid().ToString("N") + ".xlsx.part"),
            "x"
        );
        var keeper = ActivatorUtilities.CreateInstance<ExportKeeper>(_desk.Portal.Services);

        await keeper.StartAsync(CancellationToken.None);
        await keeper.StopAsync(CancellationToken.None);

        var rows = (await Exports.ListAsync(_desk.Access, CancellationToken.None)).ToDictionary(r => r.Id);
        Assert.Equal(ReportExportState.Interrupted, rows[interrupted].State);
        Assert.Equal(ReportExportState.Done, rows[kept.Id].State);
        Assert.Equal(kept.Id.ToString("N") + ".xlsx", Assert.Single(Folder.EnumerateFiles()).Name);
    }

    [Fact]
    public async Task Start_SomebodyWhoWasRemoved_IsRefused()
    {
        var report = await _desk.MakeAsync("ltv");
        await using (var context = _desk.Portal.Contexts.ForPlatform())
            await context.Set<SellerMembership>().ExecuteDeleteAsync();

        var started = await Exports.StartAsync(_desk.Access, report, CancellationToken.None);

        Assert.Equal("OnlyMembersMakeReports", Assert.Single(started.Errors).Code);
    }

    private static Uri FileOf(Guid id) => new($"/sellers/cdnow/reports/files/{id}", UriKind.Relative);

    private async Task<Report> WithAsync(StuckRows rows) =>
        await _desk.MakeAsync("ledger") with
        {
            Tables = [rows.Table],
        };

    private async Task UntilAsync(Guid id, ReportExportState state)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Exports.Changed += (_, _) => _ = LookAsync();
        await LookAsync();
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(60));

        async Task LookAsync()
        {
            var rows = await Exports.ListAsync(_desk.Access, CancellationToken.None);
            if (rows.Any(r => r.Id == id && r.State == state))
                reached.TrySetResult();
        }
    }

    /// <summary>A table that stops after its first row until it is told to go on.</summary>
    private sealed class StuckRows : IDisposable
    {
        private readonly TaskCompletionSource _reached = new(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        private readonly ManualResetEventSlim _goOn = new();

        public Task Reached => _reached.Task;

        public ReportTable Table =>
            new()
            {
                Name = "Stuck",
                Title = "Stuck",
                Columns = [ReportColumn.Text("Buyer")],
                RowCount = 20_000,
                Rows = Rows,
            };

        public void GoOn() => _goOn.Set();

        public void Dispose() => _goOn.Dispose();

        private IEnumerable<ReportCell[]> Rows(CancellationToken cancellation)
        {
            for (var i = 0; i < 20_000; i++)
            {
                yield return [ReportCell.Of("b")];
                if (i != 0)
                    continue;
                _reached.TrySetResult();
                _goOn.Wait(TimeSpan.FromSeconds(30), CancellationToken.None);
            }
        }
    }
}
