using System.Diagnostics.Metrics;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>What a collector of metrics hears of purchases: memory of the engine, imports. Of no seller and no buyer.</summary>
internal sealed class PurchaseMeter
{
    public const string Name = "SellerLoyaltyPortal.Purchases";

    public PurchaseMeter(IMeterFactory meters, LedgerSnapshots snapshots, ImportWork work)
    {
        var meter = meters.Create(Name);
        meter.CreateObservableGauge(
            "portal.engine.memory",
            () => snapshots.Bytes,
            "By",
            "Memory of the ledgers that are held as columns."
        );
        meter.CreateObservableGauge(
            "portal.engine.ledgers",
            () => snapshots.Held,
            description: "Sellers whose ledger is held as columns."
        );
        meter.CreateObservableGauge(
            "portal.imports.running",
            () => work.Running,
            description: "Files that are being checked or stored."
        );
        meter.CreateObservableCounter(
            "portal.imports.ended",
            () =>
                work.Ended.Select(ended => new Measurement<long>(
                    ended.Count,
                    new KeyValuePair<string, object?>("outcome", ended.Outcome)
                )),
            description: "Runs over a file, by how they ended."
        );
    }
}
