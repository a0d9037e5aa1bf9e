using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Features.Purchases.Persistence;

namespace SellerLoyaltyPortal.Features.Purchases.Health;

/// <summary>Looks at a seller's data, for members.</summary>
public sealed class LoadLedgerHealth(
    SellerDbContextFactory contexts,
    PurchaseLedger ledger,
    LedgerSnapshots snapshots,
    ListApiKeys keys,
    TimeProvider clock
)
{
    public async Task<LedgerHealth> RunAsync(SellerAccess access, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var today = access.Calendar.DayOf(now);
        var known = await keys.RunAsync(access, cancellation);
        var head = await ledger.FindHeadAsync(access.SellerId, cancellation);
        var snapshot = await snapshots.GetAsync(access.SellerId, cancellation);
        // Off the circuit's thread: a large ledger takes a moment.
        var scan = await Task.Run(() => LedgerScan.Of(snapshot.Columns, today), cancellation);
        var rowBytes = await Task.Run(() => RowBytes(access), cancellation);
        return new LedgerHealth
        {
            At = now,
            Today = today,
            LastEventAt = known.Where(k => k.Scopes.Contains(ApiScope.PurchasesWrite)).Max(k => k.LastUsedAt),
            LastBoughtAt = head?.LastBoughtAt,
            Days = scan.Days,
            Quality = scan.Quality,
            Storage = new(
                head?.Sequence ?? 0,
                head?.CurrentLines ?? 0,
                (head?.Sequence ?? 0) * rowBytes,
                snapshot.Columns.Bytes
            ),
        };
    }

    private long RowBytes(SellerAccess access)
    {
        using var context = contexts.ForSeller(access.SellerId);
        return StorageSample.BytesOfARow(context);
    }
}
