using System.Globalization;
using Bunit;
using SellerLoyaltyPortal.Components.Charts;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Components.Charts;

public sealed class ThresholdChartTests : PortalBunitContext
{
    private static readonly ThresholdPoint[] Points =
    [
        new(100, 4),
        new(900, 3),
        new(1_000, 2),
        new(50_000, 1),
    ];

    private double? _dragged;

    [Fact]
    public void Render_ChosenPoint_StandsAtItsThresholdAndValue()
    {
        var chart = Open(new(1_000, 2));

        var dot = chart.Find("circle.dot");
        // A third of three decades; half of the tallest step, which leaves 4 % of room above it.
        Assert.Equal(56 + (736 - 56) / 3.0, Number(dot.GetAttribute("cx")), 0.01);
        Assert.Equal(266 - 250 * 2 / 4.16, Number(dot.GetAttribute("cy")), 0.01);
    }

    [Fact]
    public void Render_StepsBeforeTheAxis_DoNotPressTheLineDown()
    {
        var drawn = Open(new(1_000, 2)).Find("circle.dot").GetAttribute("cy");

        var withMore = Open(new(1_000, 2), [new(5, 900), .. Points]).Find("circle.dot").GetAttribute("cy");

        Assert.Equal(drawn, withMore);
    }

    [Fact]
    public void Render_EveryStep_IsOnTheLine()
    {
        var path = Open(new(1_000, 2)).Find("path.line").GetAttribute("d")!;

        Assert.Equal(5, path.Count(c => c == 'V'));
        Assert.EndsWith("V266", path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drag_BeyondTheAxis_StaysOnIt()
    {
        var chart = Open(new(1_000, 2));

        await chart.InvokeAsync(() => chart.Instance.DragAsync(99_999));
        Assert.Equal(100_000, _dragged!.Value, 1e-6);

        await chart.InvokeAsync(() => chart.Instance.DragAsync(-5));
        Assert.Equal(100, _dragged!.Value, 1e-6);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1200)]
    public async Task Resize_ToItsPlace_TakesItsWidthAndKeepsTheTipInside(double width)
    {
        var chart = Open(new(90_000, 1));

        await chart.InvokeAsync(() => chart.FindComponent<ChartFrame>().Instance.ResizeAsync(width));

        Assert.Equal($"0 0 {Svg.Number(width)} 300", chart.Find("svg").GetAttribute("viewBox"));
        var tip = chart.Find("g.tip[transform]").GetAttribute("transform")!["translate(".Length..].Split(',')[
            0
        ];
        var tipWidth = Number(chart.Find("g.tip[transform] rect").GetAttribute("width"));
        Assert.InRange(Number(tip), 0, width - tipWidth);
    }

    [Fact]
    public async Task Resize_ToAPhone_KeepsTheCurveBelowTheTip()
    {
        var chart = Open(new(90_000, 1));

        await chart.InvokeAsync(() => chart.FindComponent<ChartFrame>().Instance.ResizeAsync(330));

        var tip = chart.Find("g.tip[transform]").GetAttribute("transform")!;
        var bottom =
            Number(tip.Split(',')[1].TrimEnd(')'))
            + Number(chart.Find("g.tip[transform] rect").GetAttribute("height"));
        var start = chart.Find("path.line").GetAttribute("d")!;
        Assert.True(Number(start[1..].Split('H', 'V')[0].Split(' ', ',')[1]) > bottom, start);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public async Task Resize_ToNonsense_ChangesNothing(double width)
    {
        var chart = Open(new(1_000, 2));
        var before = chart.Markup;

        await chart.InvokeAsync(() => chart.FindComponent<ChartFrame>().Instance.ResizeAsync(width));

        Assert.Equal(before, chart.Markup);
    }

    [Fact]
    public void Render_NoPoints_IsAnEmptyChart()
    {
        var chart = Render<ThresholdChart>(p => Fill(p, new(1_000, 0), []));

        Assert.Equal("", chart.Find("path.line").GetAttribute("d"));
    }

    private IRenderedComponent<ThresholdChart> Open(ThresholdPoint chosen, ThresholdPoint[]? points = null) =>
        Render<ThresholdChart>(p => Fill(p, chosen, points ?? Points));

    private void Fill(
        ComponentParameterCollectionBuilder<ThresholdChart> parameters,
        ThresholdPoint chosen,
        ThresholdPoint[] points
    ) =>
        parameters
            .Add(p => p.Points, points)
            .Add(p => p.From, 100)
            .Add(p => p.To, 100_000)
            .Add(p => p.Chosen, chosen)
            .Add(p => p.XText, x => Svg.Number(x))
            .Add(p => p.YText, y => Svg.Number(y))
            .Add(p => p.Title, "title")
            .Add(p => p.Subtitle, "units")
            .Add(p => p.Label, "label")
            .Add(p => p.XTitle, "threshold")
            .Add(p => p.YTitle, "buyers")
            .Add(p => p.TipTitle, "2 buyers")
            .Add(p => p.TipText, "total at least 1,000")
            .Add(p => p.ThresholdDragged, (double threshold) => _dragged = threshold);

    private static double Number(string? text) => double.Parse(text!, CultureInfo.InvariantCulture);
}
