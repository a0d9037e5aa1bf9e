using SellerLoyaltyPortal.Columnar;

namespace SellerLoyaltyPortal.Features.Purchases.Persistence;

/// <summary>A snapshot with what it takes to carry it on instead of loading it again.</summary>
/// <param name="TimeZoneId">The seller's, by which instants fell on days.</param>
/// <param name="Orders">
/// Known to this loader only; carried on with the snapshot, never while somebody reads it. Null where the columns
/// carry no orders.
/// </param>
internal sealed record LoadedLedger(LedgerSnapshot Snapshot, string TimeZoneId, OrderNumbers? Orders)
{
    public long Bytes => Snapshot.Columns.Bytes + (Orders?.Bytes ?? 0);

    public bool Answers(long sequence, PurchaseColumnSet needs) =>
        Snapshot.Sequence >= sequence && Carries(needs);

    public bool Carries(PurchaseColumnSet needs) => Snapshot.Columns.Columns.HasFlag(needs);
}
