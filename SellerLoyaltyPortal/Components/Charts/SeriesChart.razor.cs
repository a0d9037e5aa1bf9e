using Microsoft.AspNetCore.Components;

namespace SellerLoyaltyPortal.Components.Charts;

/// <summary>Lines over a linear axis, with bands and a legend. The page keeps the table twin.</summary>
public sealed partial class SeriesChart : ComponentBase
{
    private const double Width = 760;
    private const double Left = 60;
    private const double Right = 744;
    private const double Top = 12;

    private List<(ChartSeries Series, string Path, string Band)> _drawn = [];

    [Parameter, EditorRequired]
    public required IReadOnlyList<ChartSeries> Series { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required Func<double, string> XText { get; set; }

    [Parameter, EditorRequired]
    public required Func<double, string> YText { get; set; }

    /// <summary>Height in the units of the chart, which is 760 wide.</summary>
    [Parameter]
    public double Height { get; set; } = 280;

    private double Bottom => Height - 32;

    private LinearScale X { get; set; } = new(0, 1, Left, Right);

    private LinearScale Y { get; set; } = new(0, 1, 1, 0);

    private IReadOnlyList<double> XTicks { get; set; } = [];

    private IReadOnlyList<double> YTicks { get; set; } = [];

    // Many quiet lines share one entry.
    private List<ChartSeries> Legend =>
        [
            .. Series.Where(s => s.Line != ChartLine.Quiet),
            .. Series.Where(s => s.Line == ChartLine.Quiet).Take(1),
        ];

    protected override void OnParametersSet()
    {
        var points = Series.SelectMany(s => s.Points).ToList();
        var (low, high) = points.Count == 0 ? (0, 1) : (points.Min(p => p.X), points.Max(p => p.X));
        X = new(low, high > low ? high : low + 1, Left, Right);
        var top = points.Count == 0 ? 0 : points.Max(p => p.Y);
        var bands = Series.SelectMany(s => s.Band).Select(b => b.High).DefaultIfEmpty(0).Max();
        var bottom = points.Count == 0 ? 0 : Math.Min(points.Min(p => p.Y), 0);
        var high2 = Math.Max(Math.Max(top, bands), bottom);
        Y = new(bottom, high2 > bottom ? high2 + (high2 - bottom) * 0.04 : bottom + 1, Bottom, Top);
        XTicks = X.Ticks(8);
        YTicks = Y.Ticks(5);
        _drawn =
        [
            .. Series
                .OrderBy(s => s.Line == ChartLine.Quiet ? 0 : 1)
                .Select(s => (s, SeriesPath.Line(Placed(s, p => p.Y), s.IsStepped), BandOf(s))),
        ];
    }

    private string BandOf(ChartSeries series)
    {
        var edges = series.Points.Zip(series.Band).ToList();
        return SeriesPath.Band(
            [.. edges.Select(e => (X.Position(e.First.X), Y.Position(e.Second.Low)))],
            [.. edges.Select(e => (X.Position(e.First.X), Y.Position(e.Second.High)))],
            series.IsStepped
        );
    }

    private List<(double X, double Y)> Placed(ChartSeries series, Func<(double X, double Y), double> y) =>
        [.. series.Points.Select(p => (X.Position(p.X), Y.Position(y(p))))];

    private static string ClassOf(ChartSeries series) =>
        series.Line switch
        {
            ChartLine.Main => "main",
            ChartLine.Compared => "compared",
            ChartLine.Expected => "expected",
            ChartLine.Quiet => "quiet",
            ChartLine.Threshold => "threshold",
        };
}
