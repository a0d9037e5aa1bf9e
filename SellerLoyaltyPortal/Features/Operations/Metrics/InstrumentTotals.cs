using System.Diagnostics.Metrics;

namespace SellerLoyaltyPortal.Features.Operations.Metrics;

/// <summary>What one instrument has said so far, by its tags.</summary>
internal sealed class InstrumentTotals(Instrument instrument)
{
    /// <summary>Upper edges of a histogram's buckets, in the instrument's unit (seconds, as a rule).</summary>
    public static readonly double[] Edges = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Series> _series = new(StringComparer.Ordinal);

    public string Name => instrument.Name;

    public string? Unit => instrument.Unit;

    public string? Description => instrument.Description;

    public InstrumentKind Kind { get; } = KindOf(instrument);

    public void Add(double value, IReadOnlyList<KeyValuePair<string, string>> tags)
    {
        var key = string.Join('\u001f', tags.Select(t => $"{t.Key}={t.Value}"));
        lock (_gate)
        {
            if (!_series.TryGetValue(key, out var series))
            {
                if (_series.Count >= MetricsCollector.MaxSeries)
                    return;
                _series.Add(
                    key,
                    series = new(tags, Kind == InstrumentKind.Histogram ? new long[Edges.Length] : [])
                );
            }
            series.Add(value, Kind, IsObserved);
        }
    }

    public IReadOnlyList<Series> Read()
    {
        lock (_gate)
            return [.. _series.Values.Select(s => s.Copy())];
    }

    // Observed instruments say where they stand, the others what has changed.
    private bool IsObserved => instrument.IsObservable;

    private static InstrumentKind KindOf(Instrument instrument)
    {
        var type = instrument.GetType().Name;
        return type.StartsWith("Histogram", StringComparison.Ordinal) ? InstrumentKind.Histogram
            : type.StartsWith("Counter", StringComparison.Ordinal)
            || type.StartsWith("ObservableCounter", StringComparison.Ordinal)
                ? InstrumentKind.Counter
            : InstrumentKind.Gauge;
    }

    internal sealed class Series(IReadOnlyList<KeyValuePair<string, string>> tags, long[] buckets)
    {
        public IReadOnlyList<KeyValuePair<string, string>> Tags => tags;

        /// <summary>Measurements at or under each edge; the rest are in <see cref="Count"/> alone.</summary>
        public IReadOnlyList<long> Buckets => buckets;

        public double Value { get; private set; }

        public long Count { get; private set; }

        public void Add(double value, InstrumentKind kind, bool isObserved)
        {
            Count++;
            Value = isObserved ? value : Value + value;
            if (kind != InstrumentKind.Histogram)
                return;
            for (var i = 0; i < Edges.Length; i++)
            {
                if (value <= Edges[i])
                    buckets[i]++;
            }
        }

        public Series Copy() => new(tags, [.. buckets]) { Value = Value, Count = Count };
    }
}
