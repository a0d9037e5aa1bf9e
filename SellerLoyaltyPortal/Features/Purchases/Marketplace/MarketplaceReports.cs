using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Marketplace;

/// <summary>
/// Keeps marketplaces' reports beside the ledger: owners keep and remove them, members list and download them.
/// </summary>
public sealed class MarketplaceReports : IDisposable
{
    /// <summary>In the data folder; copies of the portal's data hold it too.</summary>
    public const string FolderName = "marketplace";

    private readonly SellerDbContextFactory _contexts;
    private readonly SellerDirectory _sellers;
    private readonly ImportJobs _jobs;
    private readonly ReportFiles _files;
    private readonly PurchasesOptions _options;
    private readonly TimeProvider _clock;

    // One at a time: whoever clears away must not meet a file whose row is about to be written.
    private readonly SemaphoreSlim _turn = new(1);

    public MarketplaceReports(
        SellerDbContextFactory contexts,
        SellerDirectory sellers,
        ImportJobs jobs,
        DataFolder folder,
        IOptions<PurchasesOptions> options,
        TimeProvider clock
    )
    {
        (_contexts, _sellers, _jobs, _clock) = (contexts, sellers, jobs, clock);
        (_files, _options) = (new ReportFiles(folder), options.Value);
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>Keeps the received file of a job, which is then over.</summary>
    public async Task<Result<KeptReport>> KeepAsync(
        SellerAccess access,
        ImportJob job,
        CancellationToken cancellation
    )
    {
        if (!await _sellers.StillMayAsync(access, SellerRole.Owner, cancellation))
            return new Error("OnlyOwnersImportPurchases");
        if (_jobs.Find(access) != job || job.State != ImportJobState.Mapping)
            return new Error("ImportIsNotWaiting");
        if (job.Inspection.Layout is not (PurchaseLayout.Ozon or PurchaseLayout.Wildberries))
            return new Error("OnlyMarketplaceReportsAreKept");
        await _turn.WaitAsync(cancellation);
        try
        {
            await using var content = job.Upload.OpenRead();
            var kept = await StoreAsync(access, job, content, cancellation);
            if (!kept.IsSuccess)
                return kept;
            await _jobs.EndAsync(access, job, cancellation);
            return kept;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The seller's reports, the latest first.</summary>
    public async Task<IReadOnlyList<KeptReport>> ListAsync(
        SellerAccess access,
        CancellationToken cancellation
    )
    {
        List<MarketplaceReport> reports;
        await using (var context = _contexts.ForSeller(access.SellerId))
            reports = await context
                .Set<MarketplaceReport>()
                .AsNoTracking()
                .OrderByDescending(r => r.Id)
                .ToListAsync(cancellation);
        var people = reports.Select(r => r.KeptBy).Distinct().ToList();
        await using var platform = _contexts.ForPlatform();
        var names = await platform
            .Set<PortalUser>()
            .Where(u => people.Contains(u.Id))
            .ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellation);
        return [.. reports.Select(r => Of(r, names.GetValueOrDefault(r.KeptBy, "")))];
    }

    /// <summary>The file as it came; null where this seller has no such report.</summary>
    public async Task<(Stream Content, string FileName)?> OpenAsync(
        SellerAccess access,
        long id,
        CancellationToken cancellation
    )
    {
        await using var context = _contexts.ForSeller(access.SellerId);
        return
            await context
                .Set<MarketplaceReport>()
                .AsNoTracking()
                .SingleOrDefaultAsync(r => r.Id == id, cancellation)
                is { } report
            && _files.OpenRead(access.SellerId, report.StoredAs) is { } content
            ? (content, report.FileName)
            : null;
    }

    public async Task<Result<long>> RemoveAsync(SellerAccess access, long id, CancellationToken cancellation)
    {
        if (!await _sellers.StillMayAsync(access, SellerRole.Owner, cancellation))
            return new Error("OnlyOwnersImportPurchases");
        await using var context = _contexts.ForSeller(access.SellerId);
        var report = await context
            .Set<MarketplaceReport>()
            .SingleOrDefaultAsync(r => r.Id == id, cancellation);
        if (report is null)
            return new Error("ReportIsNotKept");
        context.Remove(report);
        context.Audit(
            _clock.GetUtcNow(),
            access.Actor,
            access.SellerId,
            AuditAction.MarketplaceReportRemoved,
            report.FileName
        );
        await context.SaveChangesAsync(cancellation);
        // The row first: a file without one is cleared away later, a row without its file would promise it.
        _files.Delete(access.SellerId, report.StoredAs);
        return id;
    }

    private async Task<Result<KeptReport>> StoreAsync(
        SellerAccess access,
        ImportJob job,
        Stream content,
        CancellationToken cancellation
    )
    {
        await using var context = _contexts.ForSeller(access.SellerId);
        var reports = context.Set<MarketplaceReport>();
        var known = await reports
            .Select(r => new
            {
                r.StoredAs,
                r.Sha256,
                r.Length,
            })
            .ToListAsync(cancellation);
        _files.DeleteAllBut(access.SellerId, known.Select(r => r.StoredAs).ToHashSet());
        if (known.Sum(r => r.Length) + job.Length > _options.MaxKeptMegabytes * 1_048_576L)
            return new Error("TooManyReportsAreKept", null, _options.MaxKeptMegabytes);
        var name = Guid.NewGuid();
        var (hash, length) = await _files.WriteAsync(access.SellerId, name, content, cancellation);
        if (known.Any(r => r.Sha256 == hash))
        {
            _files.Delete(access.SellerId, name);
            return new Error("ReportIsKeptAlready");
        }
        var report = new MarketplaceReport
        {
            FileName = job.FileName.Length <= 260 ? job.FileName : job.FileName[..260],
            Sha256 = hash,
            Layout = job.Inspection.Layout.ToString(),
            Length = length,
            StoredAs = name,
            KeptAt = _clock.GetUtcNow(),
            KeptBy = access.UserId,
        };
        reports.Add(report);
        context.Audit(
            report.KeptAt,
            access.Actor,
            access.SellerId,
            AuditAction.MarketplaceReportKept,
            report.FileName
        );
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch
        {
            _files.Delete(access.SellerId, name);
            throw;
        }
        return Of(report, "");
    }

    private static KeptReport Of(MarketplaceReport report, string keptBy) =>
        new(report.Id, report.FileName, report.Sha256, report.Layout, report.Length, report.KeptAt, keptBy);
}
