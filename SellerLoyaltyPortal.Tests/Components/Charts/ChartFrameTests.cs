using System.Globalization;
using Bunit;
using SellerLoyaltyPortal.Components.Charts;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Components.Charts;

public sealed class ChartFrameTests : PortalBunitContext
{
    [Fact]
    public void SeriesChart_Rendered_HasARowForEveryStopWithTheExactValue()
    {
        using var _ = CultureScope.Of("ru");

        var chart = Series();

        var rows = chart.FindAll("[data-chart-table] tbody tr");
        Assert.Equal(chart.FindAll("g.stop").Count, rows.Count);
        Assert.Equal(3, rows.Count);
        var cell = rows[1].QuerySelector("td.num")!;
        Assert.Equal("0,33", cell.TextContent);
        Assert.Equal("0.3333", cell.GetAttribute("data-exact"));
    }

    [Fact]
    public void SeriesChart_Rendered_SaysWhatItShowsAndInWhichUnits()
    {
        var chart = Series();

        Assert.Equal("Share by day", chart.Find("[data-chart-title]").FirstChild!.TextContent.Trim());
        Assert.Contains("Share", chart.Find("[data-chart-units]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Share by day", chart.Find("[data-chart-plot]").GetAttribute("aria-label"));
        Assert.Equal(
            ["csv", "png", "svg"],
            chart.FindAll("[data-chart-save]").Select(b => b.GetAttribute("data-chart-save"))
        );
    }

    [Fact]
    public async Task SeriesChart_Narrower_KeepsItsLettersAndShowsFewerOfThem()
    {
        var chart = Series();
        var wide = chart.FindAll("text.axis").Count;

        await chart.InvokeAsync(() => chart.FindComponent<ChartFrame>().Instance.ResizeAsync(320));

        Assert.Equal("0 0 320 280", chart.Find("svg").GetAttribute("viewBox"));
        Assert.True(chart.FindAll("text.axis").Count < wide);
    }

    [Fact]
    public void StackedColumns_TakenBack_IsNotDrawnBelowTheAxisButSaid()
    {
        var chart = Render<StackedColumns>(p =>
            p.Add(c => c.Columns, ["a", "b"])
                .Add(c => c.Parts, [new ColumnPart("known", [5, -2]), new ColumnPart("new", [1, 3])])
                .Add(c => c.Title, "title")
                .Add(c => c.XTitle, "month")
                .Add(c => c.YTitle, "money")
                .Add(c => c.SumName, "sum")
                .Add(c => c.YText, y => y.ToString(CultureInfo.InvariantCulture))
        );

        Assert.All(
            chart.FindAll("rect.part"),
            rect => Assert.True(double.Parse(rect.GetAttribute("height")!, CultureInfo.InvariantCulture) >= 0)
        );
        Assert.Equal(
            ["b", "-2", "3", "1"],
            chart.FindAll("[data-chart-table] tbody tr")[1].Children.Select(c => c.TextContent)
        );
        Assert.Equal(2, chart.FindAll("g.stop").Count);
    }

    private IRenderedComponent<SeriesChart> Series() =>
        Render<SeriesChart>(p =>
            p.Add(c => c.Series, [new ChartSeries("all", [(0, 0), (50, 0.3333), (100, 1)])])
                .Add(c => c.Title, "Share by day")
                .Add(c => c.XTitle, "Day")
                .Add(c => c.YTitle, "Share")
                .Add(c => c.XText, x => x.ToString("0", CultureInfo.CurrentCulture))
                .Add(c => c.YText, y => y.ToString("0.00", CultureInfo.CurrentCulture))
        );
}
