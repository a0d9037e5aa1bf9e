using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Components.Charts;

/// <summary>
/// Lines over a linear axis, with bands, a legend and the exact values under the pointer, in a
/// <see cref="ChartFrame"/>.
/// </summary>
public sealed partial class SeriesChart : ComponentBase
{
    private const double Left = 60;
    private const double Top = 26;
    private const double LetterWidth = 6.4;

    private List<(ChartSeries Series, string Path, string Band)> _drawn = [];
    private IReadOnlyList<ChartStop> _stops = [];
    private ChartTable? _table;
    private Func<double, string> _tickText = _ => "";
    private double _width = ChartFrame.UsualWidth;

    [Parameter, EditorRequired]
    public required IReadOnlyList<ChartSeries> Series { get; set; }

    /// <summary>Place of what is shown in the glossary.</summary>
    [Parameter]
    public string? Term { get; set; }

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>Units and scale; what the axes count without it.</summary>
    [Parameter]
    public string? Subtitle { get; set; }

    [Parameter, EditorRequired]
    public required Func<double, string> XText { get; set; }

    /// <summary>
    /// How a month stands at the axis where each x is a day: then first days of months are marked, not round numbers
    /// of days.
    /// </summary>
    [Parameter]
    public Func<DayNumber, string>? XMonth { get; set; }

    /// <summary>A value as it stands at the axis.</summary>
    [Parameter, EditorRequired]
    public required Func<double, string> YText { get; set; }

    /// <summary>A value in full, under the pointer and in the table; as at the axis without it.</summary>
    [Parameter]
    public Func<double, string>? YExact { get; set; }

    /// <summary>An x for a program (invariant); the number itself without it.</summary>
    [Parameter]
    public Func<double, string>? XExact { get; set; }

    /// <summary>What the x axis counts, with its unit.</summary>
    [Parameter, EditorRequired]
    public required string XTitle { get; set; }

    /// <summary>What the y axis counts, with its unit.</summary>
    [Parameter, EditorRequired]
    public required string YTitle { get; set; }

    /// <summary>Height in pixels.</summary>
    [Parameter]
    public double Height { get; set; } = 280;

    /// <summary>What changes the chart: a switch, a choice.</summary>
    [Parameter]
    public RenderFragment? Tools { get; set; }

    /// <summary>One of several charts of a card.</summary>
    [Parameter]
    public bool IsPart { get; set; }

    private double Right => _width - 16;

    private double Bottom => Height - 44;

    private LinearScale X { get; set; } = new(0, 1, 0, 1);

    private LinearScale Y { get; set; } = new(0, 1, 1, 0);

    private IReadOnlyList<double> XTicks { get; set; } = [];

    private IReadOnlyList<double> YTicks { get; set; } = [];

    // Many quiet lines share one entry.
    private List<ChartSeries> InLegend =>
        [
            .. Series.Where(s => !IsQuiet(s)),
            .. Series.Where(s => s.Line == ChartLine.Quiet).Take(1),
            .. Series.Where(s => s.Line == ChartLine.QuietExpected).Take(1),
        ];

    protected override void OnParametersSet() => Lay();

    private void Resize(double width)
    {
        _width = width;
        Lay();
    }

    private void Lay()
    {
        var points = Series.Where(s => s.Line != ChartLine.Mark).SelectMany(s => s.Points).ToList();
        var (low, high) = points.Count == 0 ? (0, 1) : (points.Min(p => p.X), points.Max(p => p.X));
        X = new(low, high > low ? high : low + 1, Left, Right);
        var top = points.Count == 0 ? 0 : points.Max(p => p.Y);
        var bands = Series.SelectMany(s => s.Band).Select(b => b.High).DefaultIfEmpty(0).Max();
        var bottom = points.Count == 0 ? 0 : Math.Min(points.Min(p => p.Y), 0);
        var high2 = Math.Max(Math.Max(top, bands), bottom);
        Y = new(bottom, high2 > bottom ? high2 + (high2 - bottom) * 0.04 : bottom + 1, Bottom, Top);
        (XTicks, _tickText) = TicksOfX(Math.Clamp((int)(_width / 90), 2, 10));
        YTicks = Y.Ticks(5);
        _drawn = [.. Series.OrderBy(s => IsQuiet(s) ? 0 : 1).Select(s => (s, PathOf(s), BandOf(s)))];
        _stops = ChartStops.Of(Series, X);
        _table = TableOf(_stops);
    }

    // Days and months have no halves: where a label would need one, fewer labels.
    private (IReadOnlyList<double> Ticks, Func<double, string> Text) TicksOfX(int about)
    {
        if (
            XMonth is { } month
            && CalendarTicks.Of(new((int)X.Low), new((int)X.High), about) is { Count: > 1 } months
        )
            return (months, x => month(new((int)x)));
        var ticks = X.Ticks(about);
        return (
            X.High - X.Low >= 5 && !ticks.All(double.IsInteger) ? X.Ticks(Math.Max(about / 2, 2)) : ticks,
            XText
        );
    }

    private ChartTable TableOf(IReadOnlyList<ChartStop> stops)
    {
        var told = Told();
        return new(
            [XTitle, .. told.Select(s => s.Name)],
            [
                .. stops.Select(stop =>
                    (IReadOnlyList<ChartCell>)
                        [
                            XExact is null
                                ? ChartCell.Of(stop.X, XText(stop.X))
                                : new(XText(stop.X), XExact(stop.X)),
                            .. told.Select(s =>
                                ChartStops.ValueAt(s, stop.X) is { } y
                                    ? ChartCell.Of(y, Exact(y))
                                    : ChartCell.Of("")
                            ),
                        ]
                ),
            ]
        );
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

    private string TipTitle(ChartStop stop) => $"{XTitle}: {XText(stop.X)}";

    private string Exact(double y) => (YExact ?? YText)(y);

    private double TipWidth(ChartStop stop) =>
        20 + LetterWidth * stop.Values.Select(v => Told(v).Length).Append(TipTitle(stop).Length + 2).Max();

    private static double TipHeight(ChartStop stop) => 28 + 16 * stop.Values.Count;

    // Beside the line, on the side where there is room.
    private double TipLeft(ChartStop stop)
    {
        var (x, width) = (X.Position(stop.X), TipWidth(stop));
        return x + 12 + width <= _width ? x + 12 : Math.Max(x - 12 - width, 0);
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
