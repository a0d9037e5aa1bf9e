using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases.Persistence;

namespace SellerLoyaltyPortal.Features.Purchases.Health;

/// <summary>Looks at a seller's data, for members.</summary>
public sealed class LoadLedgerHealth(
    SellerDbContextFactory contexts,
    PurchaseLedger ledger,
    LedgerSnapshots snapshots,
    TimeProvider clock
)
{
    public async Task<LedgerHealth> RunAsync(SellerAccess access, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var today = access.Calendar.DayOf(now);
        var head = await ledger.FindHeadAsync(access.SellerId, cancellation);
        var snapshot = await snapshots.GetWholeAsync(access.SellerId, cancellation);
        // Off the circuit's thread: a large ledger takes a moment.
        var scan = await Task.Run(() => LedgerScan.Of(snapshot.Columns, today), cancellation);
        var rowBytes = await Task.Run(() => RowBytes(access), cancellation);
        return new LedgerHealth
        {
            At = now,
            Today = today,
            LastEventAt = head?.LastEventAt,
            LastBoughtAt = head?.LastBoughtAt,
            Days = scan.Days,
            Quality = [.. scan.Quality, await CurrenciesAsync(access, cancellation)],
            Storage = new(
                head?.Sequence ?? 0,
                head?.CurrentLines ?? 0,
                (head?.Sequence ?? 0) * rowBytes,
                snapshot.Columns.Bytes
            ),
        };
    }

    // Lines carry no currency: what is known of others is what the stored files held beside them.
    private async Task<QualityFinding> CurrenciesAsync(SellerAccess access, CancellationToken cancellation)
    {
        await using var context = contexts.ForSeller(access.SellerId);
        var found = await context
            .Set<PurchaseImport>()
            .Where(i => i.UndoneAt == null && i.FindingsJson.Contains(nameof(RowErrorReason.OtherCurrency)))
            .Select(i => i.FindingsJson)
            .ToListAsync(cancellation);
        var rows = found.Sum(json =>
            StoredFindings
                .FromJson(json)
                .Errors.Where(e => e.Reason == RowErrorReason.OtherCurrency)
                .Sum(e => e.Count)
        );
        return new QualityFinding(QualityCheck.Currencies, rows, Files: rows > 0 ? found.Count : 0);
    }

    private long RowBytes(SellerAccess access)
    {
        using var context = contexts.ForSeller(access.SellerId);
        return StorageSample.BytesOfARow(context);
    }
}
