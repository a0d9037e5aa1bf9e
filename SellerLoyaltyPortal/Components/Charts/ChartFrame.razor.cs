using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace SellerLoyaltyPortal.Components.Charts;

/// <summary>
/// The one frame of every chart: a title that says what is shown, a subtitle with the units, the same values as a
/// table, downloads as CSV, PNG and SVG, and reading point by point with the arrow keys. A chart that is a table
/// itself (a heat map) stands in <see cref="Content"/> and needs no twin.
/// </summary>
public sealed partial class ChartFrame(IStringLocalizer<PortalText> texts) : ComponentBase
{
    /// <summary>Until the browser has told the width of the chart's place.</summary>
    public const double UsualWidth = 760;

    private static readonly (string Format, string Name)[] Formats =
    [
        ("csv", "CSV"),
        ("png", "PNG"),
        ("svg", "SVG"),
    ];

    private readonly string _id = "chart-" + Guid.CreateVersion7().ToString("N")[^12..];
    private ElementReference _plot;
    private DotNetObjectReference<ChartFrame>? _self;
    private double _width = UsualWidth;

    private IStringLocalizer L => texts;

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>Place of what is shown in the glossary.</summary>
    [Parameter]
    public string? Term { get; set; }

    /// <summary>Units and scale.</summary>
    [Parameter, EditorRequired]
    public required string Subtitle { get; set; }

    /// <summary>The values, a row for each of the plot's <c>g.stop</c>, in their order.</summary>
    [Parameter]
    public ChartTable? Table { get; set; }

    /// <summary>The drawing: one <c>svg</c> of the width that <see cref="WidthChanged"/> tells.</summary>
    [Parameter]
    public RenderFragment? Plot { get; set; }

    /// <summary>A table with <c>data-chart-table</c> that is the chart.</summary>
    [Parameter]
    public RenderFragment? Content { get; set; }

    [Parameter]
    public RenderFragment? Legend { get; set; }

    /// <summary>What changes the chart: a switch, a choice.</summary>
    [Parameter]
    public RenderFragment? Tools { get; set; }

    /// <summary>One of several charts of a card: its title ranks below the card's.</summary>
    [Parameter]
    public bool IsPart { get; set; }

    /// <summary>What the keys do, where they do more than read.</summary>
    [Parameter]
    public string? Keys { get; set; }

    /// <summary>In pixels: charts take the width of their place, their letters keep their size.</summary>
    [Parameter]
    public EventCallback<double> WidthChanged { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || Plot is null)
            return;
        _self = DotNetObjectReference.Create(this);
        await JS.InvokeVoidAsync("portalCharts.watchWidth", _plot, _self);
    }

    /// <summary>Called by the browser.</summary>
    /// <param name="width">Of the plot's place, in pixels.</param>
    [JSInvokable]
    public async Task ResizeAsync(double width)
    {
        if (!double.IsFinite(width) || Math.Abs(width - _width) < 1)
            return;
        _width = Math.Clamp(width, 240, 4000);
        await WidthChanged.InvokeAsync(_width);
    }

    public void Dispose() => _self?.Dispose();
}
