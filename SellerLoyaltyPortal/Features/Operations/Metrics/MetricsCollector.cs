using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace SellerLoyaltyPortal.Features.Operations.Metrics;

/// <summary>
/// Listens to the portal's own meters and to a few of the framework's, and adds up what they say. No library
/// for this is carried by our registry; what Prometheus reads is a text of four line forms.
/// </summary>
public sealed class MetricsCollector : IHostedService, IDisposable
{
    /// <summary>Meters whose name starts so are the portal's; features make them.</summary>
    public const string PortalMeters = "SellerLoyaltyPortal";

    /// <summary>Series an instrument may have: beyond it a mistake with tags would fill the memory.</summary>
    internal const int MaxSeries = 200;

    private static readonly string[] FrameworkMeters =
    [
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.RateLimiting",
        "Microsoft.AspNetCore.Components.Server.Circuits",
        "System.Runtime",
    ];

    // Tags that say what is asked for, never who asks: no address, no seller, no buyer.
    private static readonly HashSet<string> Tags = new(StringComparer.Ordinal)
    {
        "http.request.method",
        "http.response.status_code",
        "http.route",
        "gc.heap.generation",
        "outcome",
        "kind",
    };

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<Instrument, InstrumentTotals> _instruments = new();

    public MetricsCollector()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (IsWanted(instrument.Meter.Name))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((i, value, tags, _) => Add(i, value, tags));
        _listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Add(i, value, tags));
        _listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Add(i, value, tags));
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listener.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _listener.Dispose();

    /// <summary>Everything as Prometheus reads it.</summary>
    public string Text()
    {
        _listener.RecordObservableInstruments();
        return PrometheusText.Of(
            _instruments.OrderBy(pair => pair.Key.Name, StringComparer.Ordinal).Select(pair => pair.Value)
        );
    }

    private static bool IsWanted(string meter) =>
        meter.StartsWith(PortalMeters, StringComparison.Ordinal) || FrameworkMeters.Contains(meter);

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var kept = new List<KeyValuePair<string, string>>(tags.Length);
        foreach (var tag in tags)
        {
            if (Tags.Contains(tag.Key))
                kept.Add(
                    new(
                        tag.Key,
                        Convert.ToString(tag.Value, System.Globalization.CultureInfo.InvariantCulture) ?? ""
                    )
                );
        }
        kept.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        _instruments.GetOrAdd(instrument, i => new InstrumentTotals(i)).Add(value, kept);
    }
}
