using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SellerLoyaltyPortal.Components.Inputs;

namespace SellerLoyaltyPortal.Components.Charts;

/// <summary>
/// How many (or how much) lie at or above each threshold: a falling step line over a logarithmic or linear
/// axis, with a chosen point that can be dragged, the part at or above it filled, and a band beside it.
/// The page keeps the slider that moves the point by keyboard.
/// </summary>
public sealed partial class ThresholdChart : ComponentBase
{
    private const double Height = 300;
    private const double Left = 56;
    private const double Top = 16;
    private const double Bottom = 266;
    private const double TipHeight = 46;
    private const double NarrowWidth = 480;

    /// <summary>Of the chart's own units; set to the pixels of its place once the browser has told them.</summary>
    private double _width = ChartFrame.UsualWidth;

    private readonly string _clipId = "chosen-" + Guid.CreateVersion7().ToString("N")[^12..];
    private ElementReference _svg;
    private IJSObjectReference? _module;
    private IJSObjectReference? _attached;
    private DotNetObjectReference<ThresholdChart>? _self;
    private IReadOnlyList<ThresholdPoint>? _drawn;
    private bool _drawnLogarithmic;
    private string _line = "";
    private string _area = "";
    private IReadOnlyList<ThresholdPoint> _stops = [];

    private double Right => _width - 24;

    // Where the tip has no room to the right of the point, it stands above the curve.
    private double CurveTop => Chosen is not null && _width < NarrowWidth ? Top + TipHeight + 8 : Top;

    private IScale X { get; set; } = new LinearScale(0, 1, 0, 1);

    private LinearScale Y { get; set; } = new(0, 1, Bottom, Top);

    private IReadOnlyList<double> XTicks { get; set; } = [];

    private IReadOnlyList<double> YTicks { get; set; } = [];

    /// <summary>By ascending threshold; the value at a point holds up to and including its threshold.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ThresholdPoint> Points { get; set; }

    /// <summary>Lower end of the axis (greater than 0 on a logarithmic one).</summary>
    [Parameter, EditorRequired]
    public required double From { get; set; }

    [Parameter, EditorRequired]
    public required double To { get; set; }

    [Parameter]
    public bool Logarithmic { get; set; } = true;

    /// <summary>The point that can be dragged; null for a chart with <see cref="Marks"/> alone.</summary>
    [Parameter]
    public ThresholdPoint? Chosen { get; set; }

    /// <summary>Named points on the line.</summary>
    [Parameter]
    public IReadOnlyList<ThresholdMark> Marks { get; set; } = [];

    /// <summary>From and to of a band behind the line, in thresholds.</summary>
    [Parameter]
    public (double From, double To)? Band { get; set; }

    [Parameter]
    public string? BandText { get; set; }

    [Parameter, EditorRequired]
    public required Func<double, string> XText { get; set; }

    [Parameter, EditorRequired]
    public required Func<double, string> YText { get; set; }

    /// <summary>Place of what is shown in the glossary.</summary>
    [Parameter]
    public string? Term { get; set; }

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>Units and scale.</summary>
    [Parameter, EditorRequired]
    public required string Subtitle { get; set; }

    /// <summary>What the drawing says, for those who don't see it.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required string XTitle { get; set; }

    [Parameter, EditorRequired]
    public required string YTitle { get; set; }

    /// <summary>The points that are read out, in the order of <see cref="Table"/>'s rows; round thresholds without it.</summary>
    [Parameter]
    public IReadOnlyList<ThresholdPoint>? Stops { get; set; }

    /// <summary>More about each of <see cref="Stops"/>; threshold and value without it.</summary>
    [Parameter]
    public ChartTable? Table { get; set; }

    [Parameter]
    public RenderFragment? Tools { get; set; }

    [Parameter]
    public string TipTitle { get; set; } = "";

    [Parameter]
    public string TipText { get; set; } = "";

    /// <summary>The threshold under the pointer while it drags.</summary>
    [Parameter]
    public EventCallback<double> ThresholdDragged { get; set; }

    private IReadOnlyList<ThresholdPoint> Told => Stops ?? _stops;

    private ChartTable Twin =>
        Table
        ?? new(
            [XTitle, YTitle],
            [
                .. Told.Select(stop =>
                    (IReadOnlyList<ChartCell>)
                        [
                            ChartCell.Of(stop.Threshold, XText(stop.Threshold)),
                            ChartCell.Of(stop.Value, YText(stop.Value)),
                        ]
                ),
            ]
        );

    private double HitWidth => (Right - Left) / Math.Max(Told.Count, 1);

    private double StopTipWidth => 24 + 7 * (Math.Max(YTitle.Length, XTitle.Length) + 10);

    // What lies before the axis begins is not drawn and must not press the rest down. The line only falls.
    private double Highest => Points.FirstOrDefault(point => point.Threshold >= From).Value;

    private double ChosenX => Math.Clamp(X.Position(Chosen?.Threshold ?? From), Left, Right);

    private double ChosenY => Y.Position(Chosen?.Value ?? 0);

    private double TipWidth => Math.Max(TipTitle.Length * 7.6, TipText.Length * 6.5) + 24;

    // The curve only falls: above it, to the right of the point, there is always room.
    private double TipX => Math.Clamp(ChosenX + 14, 0, Math.Max(0, Right - TipWidth));

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_drawn, Points) && _drawnLogarithmic == Logarithmic)
            return;
        (_drawn, _drawnLogarithmic) = (Points, Logarithmic);
        Lay();
    }

    private void Lay()
    {
        X = Logarithmic ? new LogScale(From, To, Left, Right) : new LinearScale(From, To, Left, Right);
        Y = new LinearScale(0, Math.Max(Highest, 1) * 1.04, Bottom, CurveTop);
        XTicks = X.Ticks((int)(_width / 80));
        YTicks = Y.Ticks(5);
        _stops = ThresholdStops.Of(Points, From, To);
        var corners = Corners();
        _line = StepPath.Line(corners);
        _area = corners.Count == 0 ? "" : $"{_line}V{Svg.Number(Bottom)}H{Svg.Number(corners[0].X)}Z";
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || Chosen is null)
            return;
        _self = DotNetObjectReference.Create(this);
        _module = await JS.InvokeAsync<IJSObjectReference>(
            "import",
            "./" + Assets["Components/Charts/ThresholdChart.razor.js"]
        );
        _attached = await _module.InvokeAsync<IJSObjectReference>("attach", _svg, _self);
    }

    /// <summary>Called by the browser.</summary>
    /// <param name="position">Horizontal position in the chart's units.</param>
    [JSInvokable]
    public Task DragAsync(double position) =>
        ThresholdDragged.InvokeAsync(Math.Clamp(X.Value(Math.Clamp(position, Left, Right)), From, To));

    private void Resize(double width)
    {
        _width = width;
        Lay();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_attached is not null)
            {
                await _attached.InvokeVoidAsync("dispose");
                await _attached.DisposeAsync();
            }
            if (_module is not null)
                await _module.DisposeAsync();
        }
        catch (Exception gone) when (BrowserGone.Is(gone))
        {
            // The browser has gone, and what was there with it.
        }
        _self?.Dispose();
    }

    // A value holds up to and including its threshold, so the line falls just behind it.
    private List<(double X, double Y)> Corners()
    {
        var corners = new List<(double X, double Y)>();
        for (var i = 0; i < Points.Count; i++)
        {
            if (Points[i].Threshold < From)
                continue;
            if (corners.Count == 0)
                corners.Add((X.Position(From), Y.Position(Points[i].Value)));
            if (Points[i].Threshold >= To)
            {
                corners.Add((X.Position(To), Y.Position(Points[i].Value)));
                return corners;
            }
            var next = i + 1 < Points.Count ? Points[i + 1].Value : 0;
            corners.Add((X.Position(Points[i].Threshold), Y.Position(next)));
        }
        if (corners.Count > 0)
            corners.Add((X.Position(To), Y.Position(0)));
        return corners;
    }

    private double StopX(ThresholdPoint stop) => Math.Clamp(X.Position(stop.Threshold), Left, Right);

    private double StopTipX(ThresholdPoint stop) =>
        Math.Clamp(StopX(stop) + 14, 0, Math.Max(0, Right - StopTipWidth));

    private double MarkX(ThresholdMark mark) => Math.Clamp(X.Position(mark.Threshold), Left, Right);

    private double BandStart((double From, double To) band) => Math.Clamp(X.Position(band.From), Left, Right);

    private double BandWidth((double From, double To) band) =>
        Math.Max(Math.Clamp(X.Position(band.To), Left, Right) - BandStart(band), 0);
}
