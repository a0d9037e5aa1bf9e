using System.Net;
using System.Text.Json;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Tests.Features.Api;
using SellerLoyaltyPortal.Tests.Features.Reports.Excel;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Analytics;

/// <summary>A page, its JSON, the interface for machines and the workbook tell the same numbers.</summary>
public sealed class SameNumbersTests : IAsyncLifetime, IDisposable
{
    private const string AsOf = "asOf=1998-06-30";

    private readonly PortalWebFactory _portal = new();
    private HttpClient _person = null!;
    private HttpClient _machine = null!;

    public async Task InitializeAsync()
    {
        var seller = await _portal.AddSellerAsync("shop", "USD", "America/New_York");
        _person = await _portal.SignedInAsync(await _portal.AddMemberAsync(seller, SellerRole.Analyst));
        _machine = await _portal.MachineAsync(seller, ApiScope.AnalyticsRead);
        await CdnowImport.RunAsync(_portal, seller);
    }

    [Fact]
    public async Task Buyers_OfEachSegment_AreTheSameEverywhere()
    {
        using var json = await AskAsync(_machine, $"/api/v1/analytics/segments?{AsOf}");
        using var list = await AskAsync(
            _person,
            $"/sellers/shop/api/analytics/buyers?{AsOf}&segment=Champions&take=1"
        );
        var page = WebUtility.HtmlDecode(await _person.GetStringAsync($"/sellers/shop/buyers?{AsOf}"));
        using var workbook = new MemoryStream(
            await _person.GetByteArrayAsync($"/sellers/shop/reports/segments.xlsx?{AsOf}")
        );
        var cells = WorkbookReading.Sheets(workbook).Values.SelectMany(rows => rows).ToList();

        var segments = json.RootElement.GetProperty("segments").EnumerateArray().ToList();
        Assert.Equal(
            segments[0].GetProperty("buyers").GetInt32(),
            list.RootElement.GetProperty("matching").GetInt32()
        );
        foreach (var segment in segments)
        {
            var (buyers, total) = (
                segment.GetProperty("buyers").GetInt32(),
                segment.GetProperty("total").GetInt64() / 10_000.0
            );
            // Pages and workbooks are Russian here, as the suite is.
            Assert.Contains($">{Display.Count(buyers)}</td>", page, StringComparison.Ordinal);
            Assert.Contains(
                cells,
                row =>
                    row.OfType<double>().Any(v => v == buyers)
                    && row.OfType<double>().Any(v => Math.Abs(v - total) < 1e-6)
            );
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _person.Dispose();
        _machine.Dispose();
        _portal.Dispose();
    }

    private static async Task<JsonDocument> AskAsync(HttpClient client, string address) =>
        JsonDocument.Parse(await client.GetStringAsync(new Uri(address, UriKind.Relative)));
}
