using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Overview;

/// <summary>
/// Real purchases of another shop for a seller that has none of its own yet: to try the portal with, through the
/// same import as any file, and to take out again.
/// </summary>
public sealed class SampleData(ImportJobs jobs, ImportHistory history, UndoImport undo, PurchaseLedger ledger)
{
    /// <summary>How the file is called in the history of imports; nobody's own file is.</summary>
    public const string FileName = "sample-online-retail.csv.gz";

    /// <summary>Code of the error that there are purchases already.</summary>
    public const string NotEmpty = "SampleNeedsAnEmptyLedger";

    private static string Source =>
        Path.Combine(AppContext.BaseDirectory, "DemoData", "online_retail.csv.gz");

    /// <summary>Whether the file came with this portal.</summary>
    public static bool IsShipped => File.Exists(Source);

    /// <summary>Hands the file to the import: what its columns mean, the check and the storing are the owner's.</summary>
    public async Task<Result<ImportJob>> BringAsync(SellerAccess access, CancellationToken cancellation)
    {
        if (await ledger.FindHeadAsync(access.SellerId, cancellation) is { CurrentLines: > 0 })
            return new Error(NotEmpty);
        await using var source = File.OpenRead(Source);
        return await jobs.ReceiveAsync(access, source, FileName, cancellation);
    }

    /// <summary>Whether the seller's purchases are the sample.</summary>
    public async Task<bool> IsThereAsync(SellerAccess access, CancellationToken cancellation) =>
        (await ImportsAsync(access, cancellation)).Count > 0;

    /// <summary>Takes the sample out of the ledger again; what came beside it stays.</summary>
    public async Task<Result<int>> RemoveAsync(SellerAccess access, CancellationToken cancellation)
    {
        var lines = 0;
        foreach (var import in await ImportsAsync(access, cancellation))
        {
            var undone = await undo.RunAsync(access, import.Id, cancellation);
            if (!undone.TryGet(out var taken))
                return undone;
            lines += taken;
        }
        return lines;
    }

    // The latest first, which is the order in which imports can be undone.
    private async Task<List<ImportHistoryRow>> ImportsAsync(
        SellerAccess access,
        CancellationToken cancellation
    ) =>
        [
            .. (await history.ListAsync(access, cancellation)).Where(import =>
                import.UndoneAt is null && string.Equals(import.FileName, FileName, StringComparison.Ordinal)
            ),
        ];
}
