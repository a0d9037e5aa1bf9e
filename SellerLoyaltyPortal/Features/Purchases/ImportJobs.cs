using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases.Mapping;
using SellerLoyaltyPortal.Features.Purchases.Uploads;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>
/// Imports that go on without the page that began them: one at a time for the people of a seller and one for
/// each of its keys, so that a file on which somebody has to decide is in no machine's way. An owner says what
/// the columns mean, the file is checked, and the owner then stores or discards it. A restart of the portal
/// ends them; nothing is then stored.
/// </summary>
public sealed class ImportJobs
{
    private readonly ConcurrentDictionary<Place, ImportJob> _jobs = new();
    private readonly ImportWork _work;
    private readonly SellerDirectory _sellers;
    private readonly SavedMappings _saved;
    private readonly PurchasesOptions _options;
    private readonly DirectoryInfo _folder;

    public ImportJobs(
        ImportWork work,
        SellerDirectory sellers,
        SavedMappings saved,
        DataFolder folder,
        IOptions<PurchasesOptions> options
    )
    {
        (_work, _sellers, _saved, _options) = (work, sellers, saved, options.Value);
        _folder = folder.Sub("uploads");
        // Files whose jobs ended with the process; nobody could read them any more.
        foreach (var left in _folder.EnumerateFiles())
            left.Delete();
    }

    private long MaxContentBytes => _options.MaxContentMegabytes * 1_048_576L;

    /// <summary>The latest job of the seller's people, or of the key that asks; null when there is none.</summary>
    public ImportJob? Find(SellerAccess access) => _jobs.GetValueOrDefault(Place.Of(access));

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
        var place = Place.Of(access);
        var before = _jobs.GetValueOrDefault(place);
        if (before is { IsRunning: true })
            return new Error("AnotherImportIsRunning");
        var taken = before is null ? _jobs.TryAdd(place, job) : _jobs.TryUpdate(place, job, before);
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
        var meaning = await _work.MeaningAsync(access, layout, mapping, cancellation);
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
        _work.Begin(access, job, ImportMode.Check);
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
        _work.Begin(access, job, goodRowsOnly ? ImportMode.GoodRows : ImportMode.AllOrNothing);
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
        _jobs.TryRemove(KeyValuePair.Create(Place.Of(access), job));
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

    /// <summary>Whose file it is: the people of a seller share one, each of its keys has its own.</summary>
    private readonly record struct Place(SellerId Seller, Guid? Key)
    {
        public static Place Of(SellerAccess access) =>
            new(access.SellerId, access.IsMachine ? access.UserId : null);
    }
}
