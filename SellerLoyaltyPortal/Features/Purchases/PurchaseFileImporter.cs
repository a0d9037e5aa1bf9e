using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Purchases.Import;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>
/// Reads a file into a ledger: all its lines in one transaction, or none when a row is wrong, the file is
/// unreadable, the work is cancelled or the process dies. Asks nobody for permission:
/// <see cref="ImportJobs"/> does.
/// </summary>
public sealed class PurchaseFileImporter(
    SellerDbContextFactory contexts,
    PurchaseLedger ledger,
    IOptions<PurchasesOptions> options,
    TimeProvider clock
)
{
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromMilliseconds(200);

    /// <summary>A file whose every row is wrong is not read to its end.</summary>
    private const int MostErrorRows = 1_000_000;

    public Task<Result<ImportReport>> RunAsync(
        PurchaseFile file,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellation
    ) =>
        // SQLite and the parsing keep a thread busy: not the one that draws somebody's page.
        Task.Run(
            async () =>
            {
                try
                {
                    return await ImportAsync(file, progress, cancellation);
                }
                catch (UnreadableFileException unreadable)
                {
                    return unreadable.Error;
                }
            },
            cancellation
        );

    internal Instants InstantsOf(BusinessCalendar calendar, int shiftDays = 0) =>
        new(calendar, shiftDays, clock.GetUtcNow().AddDays(Instants.MostDaysAhead));

    private async Task<Result<ImportReport>> ImportAsync(
        PurchaseFile file,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellation
    )
    {
        var started = clock.GetTimestamp();
        using var text = PurchaseSource.Open(
            file.Content,
            options.Value.MaxContentMegabytes * 1_048_576L,
            file.Mapping?.Encoding,
            file.Mapping?.Delimiter
        );
        var log = new ImportLog(options.Value.ErrorsShown, file.ErrorList);
        var notes = new RowLog(file.ErrorList is null ? options.Value.ErrorsShown : long.MaxValue);
        var meaning = new RowMeaning(InstantsOf(file.Calendar, file.ShiftDays), file.Currency, file.Hash);
        using var reader = PurchaseReaders.Open(file.Layout, file.Mapping, text, notes, meaning);
        var import = NewImport(file);
        var tally = new ImportTally();
        if (file.Mode == ImportMode.Check)
        {
            using var check = await LedgerCheck.OpenAsync(contexts.ForSeller(file.SellerId), cancellation);
            await ReadAllAsync(check);
            return Report(check);
        }
        await using var append = await ledger.BeginAsync(file.SellerId, import, cancellation);
        await ReadAllAsync(append);
        import.FileSha256 = text.Hash();
        import.RowsRead = tally.Rows;
        import.RowsLeftOut = log.LeftOutRows + log.ErrorRows;
        import.FindingsJson = new StoredFindings(log.Findings, log.ErrorGroups).ToJson();
        var report = Report(append);
        if (report.IsStored)
            await append.CommitAsync(cancellation);
        return report;

        async Task ReadAllAsync(ILineSink sink)
        {
            var reported = started;
            await using var rows = new RowPipeline(reader, notes, () => text.BytesRead, cancellation);
            await foreach (var batch in rows.BatchesAsync(cancellation))
            {
                Take(batch, sink);
                if (tally.Rows > options.Value.MaxRows)
                    throw new UnreadableFileException(
                        new Error("FileHasTooManyRows", null, options.Value.MaxRows)
                    );
                if (log.ErrorRows > MostErrorRows)
                    throw new UnreadableFileException(new Error("FileHasTooManyErrors", null, tally.Rows));
                cancellation.ThrowIfCancellationRequested();
                if (progress is null || clock.GetElapsedTime(reported) < ProgressEvery)
                    continue;
                reported = clock.GetTimestamp();
                progress.Report(ProgressNow());
            }
            if (tally.Rows == 0)
                throw new UnreadableFileException(new Error("FileHasNoRows"));
            progress?.Report(ProgressNow());
        }

        void Take(RowBatch batch, ILineSink sink)
        {
            var noted = 0;
            foreach (var (row, line) in batch.Lines)
            {
                for (; noted < batch.Notes.Count && batch.Notes[noted].Row <= row; noted++)
                    log.Take(batch.Notes[noted]);
                TakeLine(row, line, sink);
            }
            for (; noted < batch.Notes.Count; noted++)
                log.Take(batch.Notes[noted]);
            tally.Rows += batch.Rows;
            tally.BytesRead = batch.BytesRead;
        }

        void TakeLine(long row, NewPurchaseLine line, ILineSink sink)
        {
            // Where one wrong row refuses the whole file, nothing more needs to be written.
            if (file.Mode == ImportMode.AllOrNothing && log.ErrorRows > 0)
            {
                tally.Count(line);
                return;
            }
            if (sink.Add(line) == AppendOutcome.Conflict)
            {
                log.Error(row, "", RowLog.Shown(line.LineId), RowErrorReason.Conflict);
                return;
            }
            tally.Count(line);
            if (line.BoughtAt > import.ImportedAt)
                log.Find(FindingKind.FutureDate, row, leftOut: false);
        }

        ImportProgress ProgressNow() =>
            new(
                tally.Rows,
                file.Length is > 0 ? Math.Min(1, (double)tally.BytesRead / file.Length.Value) : null,
                clock.GetElapsedTime(started)
            );

        ImportReport Report(ILineSink sink) =>
            new()
            {
                FileName = import.FileName,
                FileSha256 = text.Hash(),
                Layout = file.Layout,
                Dialect = text.Dialect,
                Mode = file.Mode,
                RowsRead = tally.Rows,
                LinesAdded = sink.LinesAdded,
                LinesCorrected = sink.LinesCorrected,
                LinesAlreadyThere = sink.LinesAlreadyThere,
                RowsLeftOut = log.LeftOutRows,
                BuyersAdded = sink.BuyersAdded,
                Period = tally.Period(file.Calendar),
                Total = tally.Total,
                Findings = log.Findings,
                ErrorRows = log.ErrorRows,
                Errors = log.Errors,
                ErrorGroups = log.ErrorGroups,
                Took = clock.GetElapsedTime(started),
            };
    }

    private PurchaseImport NewImport(PurchaseFile file) =>
        new()
        {
            FileName = file.Name.Length <= 260 ? file.Name : file.Name[..260],
            FileSha256 = "",
            Layout =
                file.Mapping?.Preset is { } preset && file.Layout == PurchaseLayout.Mapped
                    ? preset
                    : file.Layout.ToString(),
            ImportedAt = clock.GetUtcNow(),
            ImportedBy = file.ImportedBy,
            RowsRead = 0,
            LinesAdded = 0,
            LinesCorrected = 0,
            LinesAlreadyThere = 0,
            RowsLeftOut = 0,
            FindingsJson = StoredFindings.None.ToJson(),
        };
}
