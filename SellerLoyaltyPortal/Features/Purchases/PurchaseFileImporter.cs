using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Purchases.Import;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>
/// Reads a file into a ledger: all its lines in one transaction, or none when a row is wrong, the file is
/// unreadable, the work is cancelled or the process dies. Asks nobody for permission:
/// <see cref="ImportPurchases"/> does.
/// </summary>
public sealed class PurchaseFileImporter(
    PurchaseLedger ledger,
    IOptions<PurchasesOptions> options,
    TimeProvider clock
)
{
    /// <summary>How findings and report lie in <see cref="PurchaseImport.FindingsJson"/>.</summary>
    public static readonly JsonSerializerOptions FindingsFormat = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly TimeSpan ProgressEvery = TimeSpan.FromMilliseconds(200);

    /// <summary>Rows between two looks at the clock and at the cancellation.</summary>
    private const int RowsPerLook = 1024;

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

    private async Task<Result<ImportReport>> ImportAsync(
        PurchaseFile file,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellation
    )
    {
        var started = clock.GetTimestamp();
        using var text = PurchaseFileText.Open(file.Content, options.Value.MaxContentMegabytes * 1_048_576L);
        var log = new ImportLog(options.Value.ErrorsShown);
        var reader = PurchaseReaders.Open(
            file.Layout,
            text.Text,
            log,
            new Instants(file.Calendar, file.ShiftDays)
        );
        var import = new PurchaseImport
        {
            FileName = file.Name.Length <= 260 ? file.Name : file.Name[..260],
            FileSha256 = "",
            Layout = file.Layout.ToString(),
            ImportedAt = clock.GetUtcNow(),
            ImportedBy = file.ImportedBy,
            RowsRead = 0,
            LinesAdded = 0,
            LinesCorrected = 0,
            LinesAlreadyThere = 0,
            RowsLeftOut = 0,
            FindingsJson = "[]",
        };
        await using var append = await ledger.BeginAsync(file.SellerId, import, cancellation);
        var tally = new ImportTally();
        var reported = started;
        while (reader.Read())
        {
            tally.Rows++;
            if (reader.Line is { } line && log.ErrorRows == 0)
                Store(line);
            else if (reader.Line is { } good)
                tally.Count(good);
            if (tally.Rows % RowsPerLook != 0)
                continue;
            cancellation.ThrowIfCancellationRequested();
            if (tally.Rows > options.Value.MaxRows)
                throw new UnreadableFileException(
                    new Error("FileHasTooManyRows", null, options.Value.MaxRows)
                );
            if (log.ErrorRows > MostErrorRows)
                break;
            if (progress is null || clock.GetElapsedTime(reported) < ProgressEvery)
                continue;
            reported = clock.GetTimestamp();
            progress.Report(ProgressNow());
        }
        if (tally.Rows == 0)
            throw new UnreadableFileException(new Error("FileHasNoRows"));

        import.FileSha256 = text.Hash();
        import.RowsRead = tally.Rows;
        import.RowsLeftOut = log.LeftOutRows;
        import.FindingsJson = JsonSerializer.Serialize(log.Findings, FindingsFormat);
        if (log.ErrorRows == 0)
            await append.CommitAsync(cancellation);
        progress?.Report(ProgressNow());
        return new ImportReport
        {
            FileName = import.FileName,
            FileSha256 = import.FileSha256,
            Layout = file.Layout,
            RowsRead = import.RowsRead,
            LinesAdded = append.LinesAdded,
            LinesCorrected = append.LinesCorrected,
            LinesAlreadyThere = append.LinesAlreadyThere,
            RowsLeftOut = import.RowsLeftOut,
            BuyersAdded = append.BuyersAdded,
            Period = tally.Period(file.Calendar),
            Total = tally.Total,
            Findings = log.Findings,
            ErrorRows = log.ErrorRows,
            Errors = log.Errors,
            ErrorGroups = log.ErrorGroups,
            Took = clock.GetElapsedTime(started),
        };

        void Store(NewPurchaseLine line)
        {
            if (append.Add(line) == AppendOutcome.Conflict)
            {
                log.Error(reader.Row, "", line.LineId, RowErrorReason.Conflict);
                return;
            }
            tally.Count(line);
            if (line.BoughtAt > import.ImportedAt)
                log.Find(FindingKind.FutureDate, reader.Row, leftOut: false);
        }

        ImportProgress ProgressNow() =>
            new(
                tally.Rows,
                file.Length is > 0 ? Math.Min(1, (double)text.BytesRead / file.Length.Value) : null,
                clock.GetElapsedTime(started)
            );
    }
}
