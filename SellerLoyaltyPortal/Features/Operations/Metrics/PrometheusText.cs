using System.Globalization;
using System.Text;

namespace SellerLoyaltyPortal.Features.Operations.Metrics;

/// <summary>
/// The text format of Prometheus, version 0.0.4: <c># HELP</c>, <c># TYPE</c>, then a line a series. Names
/// are made of the instruments' names: dots become underscores, the unit is appended, counters end in
/// <c>_total</c>.
/// </summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4";

    public static string Of(IEnumerable<InstrumentTotals> instruments)
    {
        var text = new StringBuilder();
        foreach (var instrument in instruments)
        {
            var name = NameOf(instrument);
            if (instrument.Description is { Length: > 0 } description)
                text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {Escaped(description)}\n");
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {TypeOf(instrument.Kind)}\n");
            foreach (var series in instrument.Read())
            {
                if (instrument.Kind == InstrumentKind.Histogram)
                    AddHistogram(text, name, series);
                else
                    Line(text, name, series.Tags, series.Value);
            }
        }
        return text.ToString();
    }

    private static void AddHistogram(StringBuilder text, string name, InstrumentTotals.Series series)
    {
        for (var i = 0; i < InstrumentTotals.Edges.Length; i++)
            Line(
                text,
                name + "_bucket",
                [.. series.Tags, new("le", Number(InstrumentTotals.Edges[i]))],
                series.Buckets[i]
            );
        Line(text, name + "_bucket", [.. series.Tags, new("le", "+Inf")], series.Count);
        Line(text, name + "_sum", series.Tags, series.Value);
        Line(text, name + "_count", series.Tags, series.Count);
    }

    private static void Line(
        StringBuilder text,
        string name,
        IReadOnlyList<KeyValuePair<string, string>> tags,
        double value
    )
    {
        text.Append(name);
        if (tags.Count > 0)
            text.Append('{')
                .AppendJoin(',', tags.Select(t => $"{Identifier(t.Key)}=\"{Escaped(t.Value)}\""))
                .Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string NameOf(InstrumentTotals instrument)
    {
        var name = Identifier(instrument.Name);
        var unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            _ => "",
        };
        if (!name.EndsWith(unit, StringComparison.Ordinal))
            name += unit;
        return instrument.Kind == InstrumentKind.Counter && !name.EndsWith("_total", StringComparison.Ordinal)
            ? name + "_total"
            : name;
    }

    private static string TypeOf(InstrumentKind kind) =>
        kind switch
        {
            InstrumentKind.Counter => "counter",
            InstrumentKind.Gauge => "gauge",
            InstrumentKind.Histogram => "histogram",
        };

    private static string Identifier(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf"
        : double.IsNegativeInfinity(value) ? "-Inf"
        : value.ToString("R", CultureInfo.InvariantCulture);
}
