using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Architecture;

public sealed class ChartRulesTests
{
    /// <summary>Coloured by values, and yet no chart of a page.</summary>
    private static readonly string[] Exempt =
    [
        // The first rows of a workbook: the workbook is its download and its twin.
        "SellerLoyaltyPortal/Features/Reports/Pages/ReportPreviewCard.razor",
    ];

    [Fact]
    public void Charts_All_StandInTheirFrame()
    {
        var files = Repository
            .PortalFiles(".razor")
            .Select(path => (Path: Repository.Relative(path), Text: File.ReadAllText(path)))
            .ToList();

        Assert.True(files.Count(file => ChartRules.IsChart(file.Text)) > 4);
        Guard.NothingFound(
            files
                .Where(file => !Exempt.Contains(file.Path))
                .SelectMany(file => ChartRules.Problems(file.Path, file.Text)),
            "charts that lack what every chart has:"
        );
    }

    [Theory]
    [InlineData("<figure><svg role=\"img\" aria-label=\"@L[\"A\"]\"></svg></figure>")]
    [InlineData("<table class=\"table heat\"></table>")]
    [InlineData(
        "<ChartFrame Title=\"a\" Table=\"_t\"><Plot><svg><g class=\"stop\"/></svg></Plot></ChartFrame>"
    )]
    [InlineData(
        "<ChartFrame Title=\"a\" Subtitle=\"b\"><Plot><svg><g class=\"stop\"/></svg></Plot></ChartFrame>"
    )]
    [InlineData("<ChartFrame Title=\"a\" Subtitle=\"b\" Table=\"_t\"><Plot><svg></svg></Plot></ChartFrame>")]
    [InlineData(
        "<ChartFrame Title=\"a\" Subtitle=\"b\"><Content><table class=\"heat\"></table></Content></ChartFrame>"
    )]
    [InlineData(
        "<ChartFrame Title=\"a\" Subtitle=\"b\"><Content><table class=\"heat\" data-chart-table></table></Content></ChartFrame><svg></svg>"
    )]
    public void Problems_Planted_IsReported(string markup) =>
        Assert.Single(ChartRules.Problems("X.razor", markup));

    [Theory]
    [InlineData("<svg class=\"logo\" aria-hidden=\"true\"></svg>")]
    [InlineData(
        "<ChartFrame Title=\"a\" Subtitle=\"b\" Table=\"_t\">\n<Plot><svg><g class=\"stop\"/></svg></Plot>\n</ChartFrame>"
    )]
    public void Problems_OfWhatIsFine_AreNone(string markup) =>
        Assert.Empty(ChartRules.Problems("X.razor", markup));
}
