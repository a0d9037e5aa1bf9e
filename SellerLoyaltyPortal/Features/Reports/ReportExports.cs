using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Features.Reports.Exports;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>
/// Workbooks made in the background, so that the page may be left: one is written at a time, the others wait. What
/// was asked for is a row of the database from the beginning; a restart ends what was unfinished and says so.
/// </summary>
public sealed class ReportExports : IDisposable
{
    private readonly ConcurrentDictionary<Guid, RunningExport> _running = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly SellerDbContextFactory _contexts;
    private readonly SellerDirectory _sellers;
    private readonly WriteWorkbook _workbooks;
    private readonly ExportFiles _files;
    private readonly IOptions<ReportsOptions> _options;
    private readonly TimeProvider _clock;
    private readonly StorageWatch _watch;
    private readonly ILogger<ReportExports> _log;

    public ReportExports(
        SellerDbContextFactory contexts,
        SellerDirectory sellers,
        WriteWorkbook workbooks,
        ExportFiles files,
        IOptions<ReportsOptions> options,
        TimeProvider clock,
        StorageWatch watch,
        ILogger<ReportExports> log
    )
    {
        (_contexts, _sellers, _workbooks, _files) = (contexts, sellers, workbooks, files);
        (_options, _clock, _watch, _log) = (options, clock, watch, log);
    }

    /// <summary>Raised from the working thread when something of that seller has moved on.</summary>
    public event EventHandler<ReportExportEventArgs>? Changed;

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<ReportExportRow>> ListAsync(
        SellerAccess access,
        CancellationToken cancellation
    )
    {
        await using var context = _contexts.ForSeller(access.SellerId);
        var exports = await context
            .Set<ReportExport>()
            .AsNoTracking()
            .OrderByDescending(e => e.RequestedAt)
            .ToListAsync(cancellation);
        return [.. exports.Select(RowOf)];
    }

    /// <summary>Begins to write a report that was made.</summary>
    public async Task<Result<ReportExportRow>> StartAsync(
        SellerAccess access,
        Report report,
        CancellationToken cancellation
    )
    {
        if (!await _sellers.StillMayAsync(access, SellerRole.Analyst, cancellation))
            return new Error("OnlyMembersMakeReports");
        if (_running.Values.Count(r => r.SellerId == access.SellerId) >= _options.Value.MostRunning)
            return new Error("TooManyReportsAreBeingMade", null, _options.Value.MostRunning);
        var export = new ReportExport
        {
            Id = Guid.NewGuid(),
            Report = report.Name,
            Inputs = string.Join('&', report.Inputs.Select(i => $"{i.Key}={i.Value}")),
            Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
            FileName = report.FileStem + ".xlsx",
            State = ReportExportState.Running,
            RequestedBy = access.UserId,
            RequestedAt = _clock.GetUtcNow(),
            Rows = report.RowCount,
        };
        await using (var context = _contexts.ForSeller(access.SellerId))
        {
            context.Add(export);
            context.Audit(
                export.RequestedAt,
                access.Actor,
                access.SellerId,
                AuditAction.ReportExported,
                export.FileName,
                new AuditDetail(AuditDetail.Rows, report.RowCount.ToString(CultureInfo.InvariantCulture))
            );
            await context.SaveChangesAsync(cancellation);
        }
        var running = new RunningExport(access.SellerId);
        _running[export.Id] = running;
        var row = RowOf(export);
        // The culture of whoever asked flows into the task: the file is in their language.
        _ = Task.Run(() => WorkAsync(export.Id, report, running), CancellationToken.None);
        Tell(access.SellerId);
        return row;
    }

    /// <summary>Stops a workbook that waits or is being written; one that is finished stays.</summary>
    public async Task<Result<bool>> CancelAsync(SellerAccess access, Guid id, CancellationToken cancellation)
    {
        if (!await _sellers.StillMayAsync(access, SellerRole.Analyst, cancellation))
            return new Error("OnlyMembersMakeReports");
        if (!_running.TryGetValue(id, out var running) || running.SellerId != access.SellerId)
            return false;
        await running.Cancellation.CancelAsync();
        return true;
    }

    /// <summary>A finished file with its name; null where this seller has none under the id.</summary>
    public async Task<(Stream Content, string Name)?> OpenAsync(
        SellerAccess access,
        Guid id,
        CancellationToken cancellation
    )
    {
        await using var context = _contexts.ForSeller(access.SellerId);
        var name = await context
            .Set<ReportExport>()
            .Where(e => e.Id == id && e.State == ReportExportState.Done)
            .Select(e => e.FileName)
            .SingleOrDefaultAsync(cancellation);
        return name is not null && _files.Open(id) is { } content ? (content, name) : null;
    }

    public void Dispose() => _turn.Dispose();

    private async Task WorkAsync(Guid id, Report report, RunningExport running)
    {
        var (seller, token) = (running.SellerId, running.Cancellation.Token);
        var (state, bytes) = (ReportExportState.Failed, 0L);
        try
        {
            await _turn.WaitAsync(token);
            try
            {
                running.HasStarted = true;
                Tell(seller);
                var teller = new Teller(rows =>
                {
                    running.Wrote(rows);
                    Tell(seller);
                });
                bytes = _files.Write(id, file => _workbooks.Run(report, file, teller, token));
                state = ReportExportState.Done;
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            state = ReportExportState.Cancelled;
        }
#pragma warning disable CA1031 // The last frame of a background thread: what is lost here nobody would ever see.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            _watch.Note(unexpected);
            _log.LogError(unexpected, "Workbook {Export} of seller {Seller} failed", id, seller);
        }
        try
        {
            await FinishAsync(seller, id, state, bytes);
        }
        catch (Exception unstored) when (StorageFault.Of(unstored) is not null)
        {
            // Shown as interrupted from now on, and made so in the database at the next start.
            _log.LogError(unstored, "The end of workbook {Export} could not be stored", id);
        }
        _running.TryRemove(id, out _);
        running.Dispose();
        Tell(seller);
    }

    private async Task FinishAsync(SellerId seller, Guid id, ReportExportState state, long bytes)
    {
        await using var context = _contexts.ForSeller(seller);
        var export = await context.Set<ReportExport>().SingleAsync(e => e.Id == id, CancellationToken.None);
        (export.State, export.Bytes, export.FinishedAt) = (state, bytes, _clock.GetUtcNow());
        await context.SaveChangesAsync(CancellationToken.None);
    }

    private ReportExportRow RowOf(ReportExport export) =>
        new(
            export.Id,
            export.Report,
            export.Inputs,
            export.FileName,
            export.State == ReportExportState.Running && !_running.ContainsKey(export.Id)
                ? ReportExportState.Interrupted
                : export.State,
            export.RequestedAt,
            export.RequestedAt.AddDays(_options.Value.KeepDays),
            export.Rows,
            export.State == ReportExportState.Running
                ? _running.GetValueOrDefault(export.Id)?.RowsWritten
                : null,
            export.Bytes
        );

    private void Tell(SellerId seller) => Changed?.Invoke(this, new(seller));

    private sealed class Teller(Action<long> tell) : IProgress<long>
    {
        public void Report(long value) => tell(value);
    }
}
