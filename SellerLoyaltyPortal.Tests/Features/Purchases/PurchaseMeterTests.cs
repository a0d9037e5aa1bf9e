using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Purchases;

namespace SellerLoyaltyPortal.Tests.Features.Purchases;

public sealed class PurchaseMeterTests : IDisposable
{
    private readonly PurchasesDesk _desk = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly Dictionary<string, long> _heard = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();

    public void Dispose()
    {
        _listener.Dispose();
        _services.Dispose();
        _desk.Dispose();
    }

    [Fact]
    public async Task Meter_LedgerIsRead_TellsItsMemory()
    {
        var meters = _services.GetRequiredService<IMeterFactory>();
        var snapshots = _desk.Snapshots();
        using var work = new ImportWork(
            _desk.Importer,
            _desk.Secrets,
            new StorageWatch(),
            NullLogger<ImportWork>.Instance
        );
        _ = new PurchaseMeter(meters, snapshots, work);
        // Other portals of this process have a meter of the same name.
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meters))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((i, value, _, _) => _heard[i.Name] = value);
        _listener.SetMeasurementEventCallback<long>((i, value, _, _) => _heard[i.Name] = value);
        _listener.Start();
        _listener.RecordObservableInstruments();
        Assert.Equal((0, 0), (_heard["portal.engine.ledgers"], _heard["portal.engine.memory"]));
        var seller = await _desk.AddSellerAsync();

        var snapshot = await snapshots.GetWholeAsync(seller.Id, CancellationToken.None);

        _listener.RecordObservableInstruments();
        Assert.Equal(0, snapshot.Columns.LineCount);
        Assert.Equal(1, _heard["portal.engine.ledgers"]);
        Assert.Equal(snapshots.Bytes, _heard["portal.engine.memory"]);
        Assert.Equal(0, _heard["portal.imports.running"]);
    }
}
