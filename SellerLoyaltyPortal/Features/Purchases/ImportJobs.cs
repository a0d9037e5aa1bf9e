using System.Collections.Concurrent;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>
/// Imports that go on without the page that began them: one at a time for each seller. A file is checked
/// first; its owner then stores or discards it. A restart of the portal ends them; nothing is then stored.
/// </summary>
public sealed class ImportJobs
{
    private readonly ConcurrentDictionary<SellerId, ImportJob> _jobs = new();
    private readonly PurchaseFileImporter _importer;
    private readonly SellerDirectory _sellers;
    private readonly ILogger<ImportJobs> _logger;
    private readonly DirectoryInfo _folder;

    public ImportJobs(
        PurchaseFileImporter importer,
        SellerDirectory sellers,
        DataFolder folder,
        ILogger<ImportJobs> logger
    )
    {
        (_importer, _sellers, _logger) = (importer, sellers, logger);
        _folder = folder.Sub("uploads");
        // Files whose jobs ended with the process.
        foreach (var left in _folder.EnumerateFiles())
            left.Delete();
    }

    /// <summary>The seller's latest job; null when there is none.</summary>
    public ImportJob? Find(SellerAccess access) => _jobs.GetValueOrDefault(access.SellerId);

    /// <summary>A file into which an upload may be written.</summary>
    public string NewUploadPath() => Path.Combine(_folder.FullName, Guid.NewGuid().ToString("N"));

    /// <summary>Begins to check an uploaded file, which belongs to the job from now on.</summary>
    public async Task<Result<ImportJob>> CheckAsync(
        SellerAccess access,
        string path,
        string fileName,
        PurchaseLayout layout,
        CancellationToken cancellation
    )
    {
        if (!await _sellers.StillMayAsync(access, SellerRole.Owner, cancellation))
            return new Error("OnlyOwnersImportPurchases");
        var job = new ImportJob
        {
            SellerId = access.SellerId,
            FileName = Path.GetFileName(fileName),
            Length = new FileInfo(path).Length,
            Layout = layout,
            Path = path,
        };
        var before = _jobs.GetValueOrDefault(access.SellerId);
        if (before is { IsRunning: true })
            return new Error("AnotherImportIsRunning");
        var taken = before is null
            ? _jobs.TryAdd(access.SellerId, job)
            : _jobs.TryUpdate(access.SellerId, job, before);
        if (!taken)
            return new Error("AnotherImportIsRunning");
        if (before is not null && !string.Equals(before.Path, path, StringComparison.Ordinal))
            DeleteFiles(before);
        Run(access, job, ImportMode.Check);
        return job;
    }

    /// <summary>Stores a checked file.</summary>
    /// <param name="goodRowsOnly">Leave wrong rows out; otherwise one of them refuses the whole file.</param>
    public async Task<Result<ImportJob>> StoreAsync(
        SellerAccess access,
        ImportJob job,
        bool goodRowsOnly,
        CancellationToken cancellation
    )
    {
        if (!await _sellers.StillMayAsync(access, SellerRole.Owner, cancellation))
            return new Error("OnlyOwnersImportPurchases");
        lock (job)
        {
            if (Find(access) != job || job.State != ImportJobState.Checked)
                return new Error("ImportIsNotWaiting");
            job.State = ImportJobState.Storing;
        }
        Run(access, job, goodRowsOnly ? ImportMode.GoodRows : ImportMode.AllOrNothing);
        return job;
    }

    /// <summary>Ends a running job, or forgets a waiting or finished one. Nothing more is stored of it.</summary>
    public async Task<Result<ImportJob>> EndAsync(
        SellerAccess access,
        ImportJob job,
        CancellationToken cancellation
    )
    {
        if (!await _sellers.StillMayAsync(access, SellerRole.Owner, cancellation))
            return new Error("OnlyOwnersImportPurchases");
        if (Find(access) != job)
            return new Error("ImportIsNotWaiting");
        if (job.IsRunning)
        {
            await job.Cancellation.CancelAsync();
            return job;
        }
        _jobs.TryRemove(KeyValuePair.Create(access.SellerId, job));
        DeleteFiles(job);
        job.Tell();
        return job;
    }

    /// <summary>Every error of the job as CSV; null while there is none to read.</summary>
    public Stream? OpenErrorList(SellerAccess access, Guid jobId) =>
        Find(access) is { IsRunning: false, Report.ErrorRows: > 0 } job
        && job.Id == jobId
        && File.Exists(job.ErrorListPath)
            ? File.OpenRead(job.ErrorListPath)
            : null;

    private void Run(SellerAccess access, ImportJob job, ImportMode mode)
    {
        job.Progress = null;
        _ = Task.Run(() => WorkAsync(access, job, mode), CancellationToken.None);
    }

    private async Task WorkAsync(SellerAccess access, ImportJob job, ImportMode mode)
    {
        try
        {
            Result<ImportReport> result;
            await using (var content = File.OpenRead(job.Path))
            await using (var errors = new StreamWriter(job.ErrorListPath))
            {
                await errors.WriteLineAsync("row,column,value,reason");
                result = await _importer.RunAsync(
                    new PurchaseFile
                    {
                        SellerId = access.SellerId,
                        Calendar = access.Calendar,
                        Content = content,
                        Length = job.Length,
                        Name = job.FileName,
                        Layout = job.Layout,
                        Mode = mode,
                        ErrorList = errors,
                        ImportedBy = access.UserId,
                    },
                    new Teller(job),
                    job.Cancellation.Token
                );
            }
            job.Errors = result.Errors;
            job.Report = result.IsSuccess ? result.Value : null;
            job.State =
                !result.IsSuccess ? ImportJobState.Failed
                : mode == ImportMode.Check ? ImportJobState.Checked
                : ImportJobState.Done;
        }
        catch (OperationCanceledException) when (job.Cancellation.IsCancellationRequested)
        {
            job.State = ImportJobState.Cancelled;
        }
#pragma warning disable CA1031 // The last frame of a background thread: what is lost here nobody would ever see.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            _logger.LogError(unexpected, "Import {Job} of seller {Seller} failed", job.Id, job.SellerId);
            job.Errors = [new Error("ImportFailedUnexpectedly", null, job.Id.ToString())];
            job.State = ImportJobState.Failed;
        }
        if (job.State != ImportJobState.Checked)
            File.Delete(job.Path);
        job.Tell();
    }

    private static void DeleteFiles(ImportJob job)
    {
        File.Delete(job.Path);
        File.Delete(job.ErrorListPath);
    }

    private sealed class Teller(ImportJob job) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            job.Progress = value;
            job.Tell();
        }
    }
}
