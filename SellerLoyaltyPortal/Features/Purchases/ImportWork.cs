using System.Collections.Concurrent;
using System.Text;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases.Import;
using SellerLoyaltyPortal.Features.Purchases.Mapping;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>
/// Reads the files of <see cref="ImportJobs"/> in the background: any number of checks at once, one storing
/// after the other, because the database has one writer.
/// </summary>
public sealed class ImportWork(
    PurchaseFileImporter importer,
    BuyerSecrets secrets,
    StorageWatch watch,
    ILogger<ImportWork> logger
) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ConcurrentDictionary<string, long> _ended = new(StringComparer.Ordinal);
    private int _running;

    /// <summary>Files that are being checked or stored.</summary>
    internal int Running => Volatile.Read(ref _running);

    /// <summary>How many runs have ended since the start, by outcome.</summary>
    internal IEnumerable<(string Outcome, long Count)> Ended => _ended.Select(e => (e.Key, e.Value));

    public void Dispose() => _turn.Dispose();

    /// <summary>What a reader must know of the seller to understand the file's rows.</summary>
    internal async Task<RowMeaning> MeaningAsync(
        SellerAccess access,
        PurchaseLayout layout,
        ImportMapping? mapping,
        CancellationToken cancellation
    ) =>
        new(
            importer.InstantsOf(access.Calendar),
            access.Currency,
            await HashAsync(access, layout, mapping, cancellation)
        );

    /// <summary>Begins to check or store the job's file; the job tells how it goes.</summary>
    internal void Begin(SellerAccess access, ImportJob job, ImportMode mode)
    {
        (job.Progress, job.Errors) = (null, []);
        job.Tell();
        Interlocked.Increment(ref _running);
        _ = Task.Run(() => RunAsync(access, job, mode), CancellationToken.None);
    }

    private async Task RunAsync(SellerAccess access, ImportJob job, ImportMode mode)
    {
        var token = job.Cancellation.Token;
        try
        {
            var result =
                mode == ImportMode.Check
                    ? await ReadAsync(access, job, mode, token)
                    : await StoreAsync(access, job, mode, token);
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
        catch (Exception failure) when (StorageErrors.Of(failure) is { } error)
        {
            // The ledger's own statements pass by EF, and with it by the watch.
            watch.Note(failure);
            // Nothing is lost: the file is there, and its owner can say once more that it is to be stored.
            logger.LogWarning(failure, "Import {Job} was not stored: {Code}", job.Id, error.Code);
            job.Errors = [error];
            job.State = mode == ImportMode.Check ? ImportJobState.Mapping : ImportJobState.Checked;
        }
#pragma warning disable CA1031 // The last frame of a background thread: what is lost here nobody would ever see.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            logger.LogError(unexpected, "Import {Job} of seller {Seller} failed", job.Id, job.SellerId);
            job.Errors = [new Error("ImportFailedUnexpectedly", null, job.Id.ToString())];
            job.State = ImportJobState.Failed;
        }
        if (job.IsOver)
            job.Upload.DeleteContent();
        Interlocked.Decrement(ref _running);
        _ended.AddOrUpdate(job.State.ToString(), 1, static (_, count) => count + 1);
        job.Tell();
    }

    private async Task<Result<ImportReport>> StoreAsync(
        SellerAccess access,
        ImportJob job,
        ImportMode mode,
        CancellationToken cancellation
    )
    {
        if (!await _turn.WaitAsync(TimeSpan.Zero, cancellation))
        {
            job.WaitsForAnother = true;
            job.Tell();
            await _turn.WaitAsync(cancellation);
        }
        try
        {
            job.WaitsForAnother = false;
            return await ReadAsync(access, job, mode, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<Result<ImportReport>> ReadAsync(
        SellerAccess access,
        ImportJob job,
        ImportMode mode,
        CancellationToken cancellation
    )
    {
        await using var content = job.Upload.OpenRead();
        await using var errors = new StreamWriter(job.Upload.CreateErrorList(), new UTF8Encoding(true));
        await errors.WriteLineAsync("row,column,value,reason");
        return await importer.RunAsync(
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
                Hash = await HashAsync(access, job.Layout, job.Mapping, cancellation),
                Mode = mode,
                ErrorList = errors,
                ImportedBy = access.UserId,
            },
            new Teller(job),
            cancellation
        );
    }

    private async Task<BuyerHash?> HashAsync(
        SellerAccess access,
        PurchaseLayout layout,
        ImportMapping? mapping,
        CancellationToken cancellation
    ) =>
        layout == PurchaseLayout.Mapped && mapping?.Has(ColumnField.BuyerToHash) == true
            ? await secrets.HashAsync(access.SellerId, cancellation)
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
