namespace SellerLoyaltyPortal.Features.Purchases.Persistence;

/// <summary>A snapshot with what it takes to carry it on instead of loading it again.</summary>
/// <param name="TimeZoneId">The seller's, by which instants fell on days.</param>
/// <param name="Orders">Known to this loader only; carried on with the snapshot, never while somebody reads it.</param>
internal sealed record LoadedLedger(LedgerSnapshot Snapshot, string TimeZoneId, OrderNumbers Orders)
{
    public long Bytes => Snapshot.Columns.Bytes + Orders.Bytes;
}
