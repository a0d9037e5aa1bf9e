using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Exports;

/// <summary>
/// Says of what a stopped portal left unfinished that it was interrupted, and every hour removes the files whose
/// days are over.
/// </summary>
internal sealed class ExportKeeper(
    SellerDbContextFactory contexts,
    ExportFiles files,
    IOptions<ReportsOptions> options,
    TimeProvider time,
    ILogger<ExportKeeper> log
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Before anything can be asked for: whatever is running then, is not.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var finished = new HashSet<Guid>();
        foreach (var seller in await SellersAsync(cancellationToken))
        {
            await using var context = contexts.ForSeller(seller);
            foreach (var export in await context.Set<ReportExport>().ToListAsync(cancellationToken))
            {
                if (export.State == ReportExportState.Running)
                    (export.State, export.FinishedAt) = (ReportExportState.Interrupted, time.GetUtcNow());
                else if (export.State == ReportExportState.Done)
                    finished.Add(export.Id);
            }
            await context.SaveChangesAsync(cancellationToken);
        }
        files.DeleteAllBut(finished);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RemoveOldAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A database that is busy for a moment must not stop the cleaning for good.
            catch (Exception broken)
#pragma warning restore CA1031
            {
                log.LogError(
                    broken,
                    "Old workbooks could not be removed; tried again in {Hours} h",
                    Every.TotalHours
                );
            }
            await Task.Delay(Every, time, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Removes what was asked for longer ago than files are kept.</summary>
    internal async Task RemoveOldAsync(CancellationToken cancellation)
    {
        var oldest = time.GetUtcNow().AddDays(-options.Value.KeepDays);
        foreach (var seller in await SellersAsync(cancellation))
        {
            await using var context = contexts.ForSeller(seller);
            var old = await context
                .Set<ReportExport>()
                .Where(e => e.RequestedAt < oldest && e.State != ReportExportState.Running)
                .ToListAsync(cancellation);
            foreach (var export in old)
                files.Delete(export.Id);
            context.RemoveRange(old);
            await context.SaveChangesAsync(cancellation);
        }
    }

    private async Task<List<SellerId>> SellersAsync(CancellationToken cancellation)
    {
        await using var context = contexts.ForPlatform();
        return await context.Set<Seller>().Select(s => s.Id).ToListAsync(cancellation);
    }
}
