using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases.Import;
using SellerLoyaltyPortal.Features.Purchases.Mapping;
using SellerLoyaltyPortal.Features.Purchases.Uploads;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>
/// Imports that go on without the page that began them: one at a time for each seller. An owner says what
/// the columns mean, the file is checked, and the owner then stores or discards it. A restart of the portal
/// ends them; nothing is then stored.
/// </summary>
public sealed class ImportJobs
{
    private readonly ConcurrentDictionary<SellerId, ImportJob> _jobs = new();
    private readonly PurchaseFileImporter _importer;
    private readonly SellerDirectory _sellers;
    private readonly SavedMappings _saved;
    private readonly BuyerSecrets _secrets;
    private readonly PurchasesOptions _options;
    private readonly ILogger<ImportJobs> _logger;
    private readonly DirectoryInfo _folder;

    public ImportJobs(
        PurchaseFileImporter importer,
        SellerDirectory sellers,
        SavedMappings saved,
        BuyerSecrets secrets,
        DataFolder folder,
        IOptions<PurchasesOptions> options,
        ILogger<ImportJobs> logger
    )
    {
        (_importer, _sellers, _saved, _secrets) = (importer, sellers, saved, secrets);
        (_options, _logger) = (options.Value, logger);
        _folder = folder.Sub("uploads");
        // Files whose jobs ended with the process; nobody could read them any more.
        foreach (var left in _folder.EnumerateFiles())
            left.Delete();
    }

    private long MaxContentBytes => _options.MaxContentMegabytes * 1_048_576L;

    /// <summary>The seller's latest job; null when there is none.</summary>
    public ImportJob? Find(SellerAccess access) => _jobs.GetValueOrDefault(access.SellerId);

    /// <summary>A place into which a file may be received.</summary>
    public Upload NewUpload() => new(_folder);

    /// <summary>Receives a file that is at hand already.</summary>
    public async Task<Result<ImportJob>> ReceiveAsync(
        SellerAccess access,
        Stream content,
        string fileName,
        CancellationToken cancellation
    )
    {
        var upload = NewUpload();
        await using (var target = upload.Create())
            await content.CopyToAsync(target, cancellation);
        var received = await ReceiveAsync(access, upload, fileName, cancellation);
        if (!received.IsSuccess)
            upload.Delete();
        return received;
    }

    /// <summary>Looks at a received file, which belongs to the job from now on.</summary>
    public async Task<Result<ImportJob>> ReceiveAsync(
        SellerAccess access,
        Upload upload,
        string fileName,
        CancellationToken cancellation
    )
    {
        if (!await _sellers.StillMayAsync(access, SellerRole.Owner, cancellation))
            return new Error("OnlyOwnersImportPurchases");
        await using var content = upload.OpenRead();
        var inspected = await Task.Run(() => InspectFile.Run(content, MaxContentBytes), cancellation);
        if (!inspected.TryGet(out var inspection))
            return Result<ImportJob>.Failure(inspected.Errors);
        var saved = await _saved.FindAsync(access.SellerId, inspection.Signature, cancellation);
        if (saved is { } known)
            inspection = inspection with
            {
                // The names as they are written this time: capital letters may differ.
                Mapping = known.Mapping with
                {
                    Columns =
                    [
                        .. inspection.Columns.Zip(
                            known.Mapping.Columns,
                            (now, then) => new MappedColumn(now.Header, then.Field)
                        ),
                    ],
                },
                SavedAt = known.SavedAt,
            };
        var job = new ImportJob
        {
            SellerId = access.SellerId,
            FileName = Path.GetFileName(fileName),
            Length = content.Length,
            Inspection = inspection,
            Layout = saved is null ? inspection.Layout : PurchaseLayout.Mapped,
            Mapping = inspection.Mapping,
            Upload = upload,
        };
        var before = _jobs.GetValueOrDefault(access.SellerId);
        if (before is { IsRunning: true })
            return new Error("AnotherImportIsRunning");
        var taken = before is null
            ? _jobs.TryAdd(access.SellerId, job)
            : _jobs.TryUpdate(access.SellerId, job, before);
        if (!taken)
            return new Error("AnotherImportIsRunning");
        before?.Upload.Delete();
        return job;
    }

    /// <summary>What the file seems to be when it is read with another encoding, delimiter or header.</summary>
    public Task<Result<FileInspection>> InspectAsync(
        ImportJob job,
        ImportMapping chosen,
        CancellationToken cancellation
    ) =>
        Task.Run(
            async () =>
            {
                await using var content = job.Upload.OpenRead();
                return InspectFile.Run(content, MaxContentBytes, chosen);
            },
            cancellation
        );

    /// <summary>The first rows as they would be stored.</summary>
    public async Task<Result<FilePreview>> PreviewAsync(
        SellerAccess access,
        ImportJob job,
        PurchaseLayout layout,
        ImportMapping mapping,
        CancellationToken cancellation
    )
    {
        if (Find(access) != job)
            return new Error("ImportIsNotWaiting");
        var meaning = new RowMeaning(
            _importer.InstantsOf(access.Calendar),
            access.Currency,
            await HashAsync(access, layout, mapping, cancellation)
        );
        return await Task.Run(
            async () =>
            {
                await using var content = job.Upload.OpenRead();
                return PreviewFile.Run(content, MaxContentBytes, layout, mapping, meaning);
            },
            cancellation
        );
    }

    /// <summary>Begins to check a received file.</summary>
    /// <param name="remember">Whether files with the same columns are to be read so from now on.</param>
    public async Task<Result<ImportJob>> CheckAsync(
        SellerAccess access,
        ImportJob job,
        PurchaseLayout layout,
        ImportMapping? mapping,
        bool remember,
        CancellationToken cancellation
    )
    {
        if (!await _sellers.StillMayAsync(access, SellerRole.Owner, cancellation))
            return new Error("OnlyOwnersImportPurchases");
        if (layout == PurchaseLayout.Mapped)
        {
            if (mapping is null || mapping.Problems() is [_, ..])
                return mapping is null
                    ? new Error("MappingNeedsBuyer")
                    : Result<ImportJob>.Failure(mapping.Problems());
            if (job.Inspection.PersonalProblem(mapping) is { } personal)
                return personal;
        }
        lock (job)
        {
            if (Find(access) != job || job.State is not (ImportJobState.Mapping or ImportJobState.Checked))
                return new Error("ImportIsNotWaiting");
            job.State = ImportJobState.Checking;
        }
        (job.Layout, job.Mapping) = (layout, layout == PurchaseLayout.Mapped ? mapping : null);
        if (remember && layout == PurchaseLayout.Mapped)
            await _saved.SaveAsync(
                access,
                HeaderSignature.Of([.. mapping!.Columns.Select(c => c.Header)]),
                job.FileName,
                mapping,
                cancellation
            );
        Run(access, job, ImportMode.Check);
        return job;
    }

    /// <summary>Goes back from a check to what the columns mean.</summary>
    public Result<ImportJob> Reconsider(SellerAccess access, ImportJob job)
    {
        lock (job)
        {
            if (Find(access) != job || job.State != ImportJobState.Checked)
                return new Error("ImportIsNotWaiting");
            job.State = ImportJobState.Mapping;
        }
        job.Report = null;
        job.Tell();
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
        job.Upload.Delete();
        job.Tell();
        return job;
    }

    /// <summary>Every error of the job as CSV; null while there is none to read.</summary>
    public Stream? OpenErrorList(SellerAccess access, Guid jobId) =>
        Find(access) is { IsRunning: false, Report.ErrorRows: > 0 } job
        && job.Id == jobId
        && job.Upload.HasErrorList
            ? job.Upload.OpenErrorList()
            : null;

    private void Run(SellerAccess access, ImportJob job, ImportMode mode)
    {
        job.Progress = null;
        job.Tell();
        _ = Task.Run(() => WorkAsync(access, job, mode), CancellationToken.None);
    }

    private async Task WorkAsync(SellerAccess access, ImportJob job, ImportMode mode)
    {
        var token = job.Cancellation.Token;
        try
        {
            Result<ImportReport> result;
            await using (var content = job.Upload.OpenRead())
            await using (var errors = new StreamWriter(job.Upload.CreateErrorList(), new UTF8Encoding(true)))
            {
                await errors.WriteLineAsync("row,column,value,reason");
                result = await _importer.RunAsync(
                    new PurchaseFile
                    {
                        SellerId = access.SellerId,
                        Calendar = access.Calendar,
                        Currency = access.Currency,
                        Content = content,
                        Length = job.Length,
                        Name = job.FileName,
                        Layout = job.Layout,
                        Mapping = job.Mapping,
                        Hash = await HashAsync(access, job.Layout, job.Mapping, token),
                        Mode = mode,
                        ErrorList = errors,
                        ImportedBy = access.UserId,
                    },
                    new Teller(job),
                    token
                );
            }
            job.Errors = result.Errors;
            job.Report = result.IsSuccess ? result.Value : null;
            job.State =
                !result.IsSuccess ? ImportJobState.Failed
                : mode == ImportMode.Check ? ImportJobState.Checked
                : ImportJobState.Done;
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
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
            job.Upload.DeleteContent();
        job.Tell();
    }

    private async Task<BuyerHash?> HashAsync(
        SellerAccess access,
        PurchaseLayout layout,
        ImportMapping? mapping,
        CancellationToken cancellation
    ) =>
        layout == PurchaseLayout.Mapped && mapping?.Has(ColumnField.BuyerToHash) == true
            ? await _secrets.HashAsync(access.SellerId, cancellation)
            : null;

    private sealed class Teller(ImportJob job) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            job.Progress = value;
            job.Tell();
        }
    }
}
