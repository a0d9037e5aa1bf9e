using System.Globalization;
using ClosedXML.Excel;
using SellerLoyaltyPortal.Clock;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>
/// From two real purchase files to a launched discount and a workbook, as three people would do it in their
/// browsers. The numbers are those computed independently of the portal.
/// </summary>
public sealed class WholePathTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Seller = "gift-wholesaler";

    private static readonly (int Threshold, int Buyers)[] Reference =
    [
        (1_000, 1_595),
        (2_000, 844),
        (5_000, 253),
        (10_000, 92),
        (20_000, 35),
        (50_000, 16),
    ];

    [Fact]
    public async Task WholePath_FromTheFilesToTheWorkbook_ShowsTheReferenceNumbersEverywhere()
    {
        await BrowseAsync(
            new(Person: DemoPeople.Operator),
            session =>
                new OperatorDesk(session).CreateSellerAsync(
                    "Gift Wholesaler",
                    "GBP",
                    "Europe/London",
                    DemoPeople.OwnerOfCdnow
                ),
            "WholePath.Operator"
        );
        await BrowseAsync(
            new("en", Person: DemoPeople.OwnerOfCdnow),
            async session =>
            {
                await ImportAsync(session);
                await ReadTheCurveAsync(session);
                await LaunchAsync(session);
                await ExportAsync(session);
                Assert.Empty(session.Complaints);
            },
            "WholePath.Owner"
        );
    }

    private static async Task ImportAsync(BrowserSession session)
    {
        var desk = new DataDesk(session, Seller);
        await desk.OpenAsync();
        await desk.ImportAsync(
            Repository.PathOf("SellerLoyaltyPortal", "DemoData", "online_retail_2009_2010.csv.gz")
        );
        await desk.ImportAsync(Repository.PathOf("SellerLoyaltyPortal", "DemoData", "online_retail.csv.gz"));
    }

    private static async Task ReadTheCurveAsync(BrowserSession session)
    {
        var desk = new ConstructorDesk(session, Seller);
        await desk.OpenAsync("?asOf=2011-12-09");
        foreach (var (threshold, buyers) in Reference)
        {
            await desk.TypeThresholdAsync(threshold);
            await Expect(desk.Qualifying)
                .ToHaveTextAsync(buyers.ToString("#,0", CultureInfo.InvariantCulture));
        }

        // The number follows the thumb while it is still held, and the way back gives the same again.
        await desk.HoldSliderAtAsync(0);
        await Expect(desk.ExactThreshold).ToHaveValueAsync("1,000");
        await Expect(desk.Qualifying).ToHaveTextAsync("1,595");
        await desk.LetGoAsync();
    }

    private static async Task ExportAsync(BrowserSession session)
    {
        var desk = new ConstructorDesk(session, Seller);
        await desk.OpenAsync("?asOf=2011-12-09");
        await desk.TypeThresholdAsync(5_000);
        await Expect(desk.Qualifying).ToHaveTextAsync("253");
        using var workbook = new XLWorkbook(await desk.ExportAsync());

        var buyers = workbook.Worksheets.SelectMany(s => s.Tables).Single(t => t.Name == "QualifyingBuyers");
        Assert.Equal(253, buyers.DataRange.RowCount());
        var first = buyers.DataRange.FirstRow();
        Assert.Equal("14646", first.Cell(2).GetString());
        Assert.Equal(XLDataType.Text, first.Cell(2).DataType);
        Assert.Equal(XLDataType.Number, first.Cell(3).DataType);
        Assert.Equal(279_489.02, first.Cell(3).GetDouble(), 3);
        Assert.Contains(
            workbook.Worksheet(1).CellsUsed(),
            cell => cell.DataType == XLDataType.DateTime && cell.GetDateTime() == new DateTime(2011, 12, 9)
        );
    }

    private async Task LaunchAsync(BrowserSession session)
    {
        var desk = new ConstructorDesk(session, Seller);
        await desk.TypeThresholdAsync(5_000);
        await desk.LaunchAsync("Ten percent from five thousand");
        var program = session.Page.Locator("article.program");
        await Expect(program).ToHaveAttributeAsync("data-status", "Scheduled");

        // The portal's day ends; the page that is open says so by itself.
        await File.WriteAllTextAsync(
            Path.Combine(Portal.DataFolder, ClockServices.OffsetFileName),
            "1.00:00:00"
        );

        await Expect(program).ToHaveAttributeAsync("data-status", "Active", new() { Timeout = 60_000 });
    }
}
