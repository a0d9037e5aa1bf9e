using Microsoft.AspNetCore.Components;

namespace SellerLoyaltyPortal.Components.Charts;

/// <summary>
/// Lines over a linear axis, with bands, a legend, the exact values under the pointer, and the same values as a
/// table.
/// </summary>
public sealed partial class SeriesChart : ComponentBase
{
    private const double Width = 760;
    private const double Left = 60;
    private const double Right = 744;
    private const double LetterWidth = 6.4;

    private List<(ChartSeries Series, string Path, string Band)> _drawn = [];
    private IReadOnlyList<ChartStop> _stops = [];

    [Parameter, EditorRequired]
    public required IReadOnlyList<ChartSeries> Series { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required Func<double, string> XText { get; set; }

    /// <summary>A value as it stands at the axis.</summary>
    [Parameter, EditorRequired]
    public required Func<double, string> YText { get; set; }

    /// <summary>A value in full, under the pointer and in the table; as at the axis without it.</summary>
    [Parameter]
    public Func<double, string>? YExact { get; set; }

    /// <summary>What the x axis counts, with its unit.</summary>
    [Parameter]
    public string? XTitle { get; set; }

    /// <summary>What the y axis counts, with its unit.</summary>
    [Parameter]
    public string? YTitle { get; set; }

    /// <summary>Whether the same values stand below as a table; not where the page has them as one anyway.</summary>
    [Parameter]
    public bool WithTable { get; set; } = true;

    /// <summary>Height in the units of the chart, which is 760 wide.</summary>
    [Parameter]
    public double Height { get; set; } = 280;

    private double Top => YTitle is null ? 12 : 22;

    private double Bottom => Height - (XTitle is null ? 32 : 44);

    private LinearScale X { get; set; } = new(0, 1, Left, Right);

    private LinearScale Y { get; set; } = new(0, 1, 1, 0);

    private IReadOnlyList<double> XTicks { get; set; } = [];

    private IReadOnlyList<double> YTicks { get; set; } = [];

    // Many quiet lines share one entry.
    private List<ChartSeries> Legend =>
        [
            .. Series.Where(s => !IsQuiet(s)),
            .. Series.Where(s => s.Line == ChartLine.Quiet).Take(1),
            .. Series.Where(s => s.Line == ChartLine.QuietExpected).Take(1),
        ];

    protected override void OnParametersSet()
    {
        var points = Series.Where(s => s.Line != ChartLine.Mark).SelectMany(s => s.Points).ToList();
        var (low, high) = points.Count == 0 ? (0, 1) : (points.Min(p => p.X), points.Max(p => p.X));
        X = new(low, high > low ? high : low + 1, Left, Right);
        var top = points.Count == 0 ? 0 : points.Max(p => p.Y);
        var bands = Series.SelectMany(s => s.Band).Select(b => b.High).DefaultIfEmpty(0).Max();
        var bottom = points.Count == 0 ? 0 : Math.Min(points.Min(p => p.Y), 0);
        var high2 = Math.Max(Math.Max(top, bands), bottom);
        Y = new(bottom, high2 > bottom ? high2 + (high2 - bottom) * 0.04 : bottom + 1, Bottom, Top);
        XTicks = X.Ticks(8);
        YTicks = Y.Ticks(5);
        _drawn = [.. Series.OrderBy(s => IsQuiet(s) ? 0 : 1).Select(s => (s, PathOf(s), BandOf(s)))];
        _stops = ChartStops.Of(Series, X);
    }

    private string PathOf(ChartSeries series) =>
        series.Line == ChartLine.Mark && series.Points is [var (x, _), ..]
            ? SeriesPath.Line([(X.Position(x), Bottom), (X.Position(x), Top)], stepped: false)
            : SeriesPath.Line(
                [.. series.Points.Select(p => (X.Position(p.X), Y.Position(p.Y)))],
                series.IsStepped
            );

    private string BandOf(ChartSeries series)
    {
        var edges = series.Points.Zip(series.Band).ToList();
        return SeriesPath.Band(
            [.. edges.Select(e => (X.Position(e.First.X), Y.Position(e.Second.Low)))],
            [.. edges.Select(e => (X.Position(e.First.X), Y.Position(e.Second.High)))],
            series.IsStepped
        );
    }

    private List<ChartSeries> Told() =>
        [.. Series.Where(s => !IsQuiet(s) && s.Line is not (ChartLine.Mark or ChartLine.Threshold))];

    private string Told((ChartSeries Series, double Y) value) => $"{value.Series.Name}: {Exact(value.Y)}";

    private string Exact(double y) => (YExact ?? YText)(y);

    private double TipWidth(ChartStop stop) =>
        20
        + LetterWidth
            * stop.Values.Select(v => Told(v).Length)
                .Append((XTitle?.Length + 2 ?? 0) + XText(stop.X).Length + 2)
                .Max();

    private static double TipHeight(ChartStop stop) => 28 + 16 * stop.Values.Count;

    // Beside the line, on the side where there is room.
    private double TipLeft(ChartStop stop)
    {
        var (x, width) = (X.Position(stop.X), TipWidth(stop));
        return x + 12 + width <= Width ? x + 12 : Math.Max(x - 12 - width, 0);
    }

    private static bool IsQuiet(ChartSeries series) =>
        series.Line is ChartLine.Quiet or ChartLine.QuietExpected;

    private static string ClassOf(ChartSeries series) =>
        series.Line switch
        {
            ChartLine.Main => "main",
            ChartLine.Compared => "compared",
            ChartLine.Expected => "expected",
            ChartLine.Quiet => "quiet",
            ChartLine.QuietExpected => "quiet-expected",
            ChartLine.Threshold => "threshold",
            ChartLine.Mark => "mark",
            ChartLine.ComparedExpected => "compared-expected",
        };
}
