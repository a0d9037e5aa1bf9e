using System.Text.RegularExpressions;

namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>A chart read without a mouse, and saved.</summary>
public sealed partial class ChartTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Retention = "/sellers/online-retail/retention";

    private static readonly BrowserLook Owner = new("en", Person: DemoPeople.Owner);

    [Fact]
    public Task Chart_ByArrowKeys_TellsEachPointOfItsTable() =>
        BrowseAsync(
            Owner,
            async session =>
            {
                await session.GoAsync(Retention);
                var chart = session.Page.Locator("[data-chart]:has([data-chart-plot])").First;
                var plot = chart.Locator("[data-chart-plot]");
                await plot.FocusAsync();

                await plot.PressAsync("ArrowRight");
                await plot.PressAsync("ArrowRight");

                var second = chart.Locator("[data-chart-table] tbody tr").Nth(1).Locator("td");
                var told = await chart.Locator("[data-chart-told]").TextContentAsync();
                foreach (var cell in await second.AllTextContentsAsync())
                    Assert.Contains(cell.Trim(), told, StringComparison.Ordinal);
                await Expect(plot.Locator("g.stop").Nth(1).Locator(".tip"))
                    .ToHaveCSSAsync("visibility", "visible");
                Assert.Empty(session.Complaints);
            }
        );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Chart_Saved_IsItsPictureAndItsExactValues(bool isDrawing) =>
        BrowseAsync(
            Owner,
            async session =>
            {
                await session.GoAsync(Retention);
                var chart = session.Page.Locator(
                    isDrawing ? "[data-chart]:has([data-chart-plot])" : "[data-chart]:has(.heat)"
                );

                var csv = await File.ReadAllTextAsync(await SaveAsync(session, chart.First, "csv"));
                var rows = csv.Trim('\uFEFF').TrimEnd().Split("\r\n");
                Assert.Equal(await chart.First.Locator("[data-chart-table] tr").CountAsync(), rows.Length);
                // More digits than the table shows, with a point in every language. (A curve begins at a round 0.)
                Assert.Contains(rows.Skip(1), row => ExactShare().IsMatch(row));

                var svg = await File.ReadAllTextAsync(await SaveAsync(session, chart.First, "svg"));
                Assert.DoesNotContain("var(--", svg, StringComparison.Ordinal);
                Assert.Equal("svg", System.Xml.Linq.XDocument.Parse(svg).Root!.Name.LocalName);

                var png = await File.ReadAllBytesAsync(await SaveAsync(session, chart.First, "png"));
                Assert.Equal("PNG"u8.ToArray(), png[1..4]);
                Assert.True(png.Length > 5_000);
                Assert.Empty(session.Complaints);
            }
        );

    private static async Task<string> SaveAsync(
        BrowserSession session,
        Microsoft.Playwright.ILocator chart,
        string kind
    )
    {
        var download = await session.Page.RunAndWaitForDownloadAsync(async () =>
        {
            // As a keyboard does it.
            await chart.Locator(".chart-menu summary").PressAsync("Enter");
            await chart.Locator($"[data-chart-save={kind}]").PressAsync("Enter");
        });
        Assert.EndsWith("." + kind, download.SuggestedFilename, StringComparison.Ordinal);
        var path = TestOutput.File("downloads", $"chart-{Guid.NewGuid():N}.{kind}");
        await download.SaveAsAsync(path);
        return path;
    }

    [GeneratedRegex(@",0\.\d{5,}")]
    private static partial Regex ExactShare();
}
