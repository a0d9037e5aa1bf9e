using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Features.Reports.Excel;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Reports;

public sealed class ReportsEndpointsTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
    [Fact]
    public async Task Get_Analyst_GetsTheSellersWorkbookAndNobodyElsesBuyers()
    {
        var seller = await portal.AddSellerAsync("export-one");
        var other = await portal.AddSellerAsync("export-other");
        await BuyAsync(seller, ("rich", 7_000), ("near", 4_000), ("poor", 10));
        await BuyAsync(other, ("foreign", 9_000));
        using var client = await portal.SignedInAsync(
            await portal.AddMemberAsync(seller, SellerRole.Analyst)
        );

        using var answer = await client.GetAsync(Address(seller.Slug, "threshold=5000&discount=10"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            answer.Content.Headers.ContentType?.MediaType
        );
        Assert.Equal(
            "qualifying-export-one-5000-10-2026-01-15.xlsx",
            answer.Content.Headers.ContentDisposition?.FileName
        );
        Assert.True(answer.Headers.CacheControl?.NoStore);
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        var sheets = WorkbookReading.Sheets(file);
        Assert.Equal("rich", sheets["Получат скидку"][1][1]);
        Assert.Equal(3, sheets["Получат скидку"].Count);
        // Bought two days before the as-of date: the purchase leaves after 363 more, and then all of it is missing.
        Assert.Equal(new DateTime(2027, 1, 13), sheets["Получат скидку"][1][5]);
        Assert.Equal(5_000.0, sheets["Получат скидку"][1][6]);
        Assert.Equal(0.0, sheets["Получат скидку"][1][7]);
        Assert.Equal("near", sheets["Один заказ до порога"][1][1]);
        Assert.Equal(1_000.0, sheets["Один заказ до порога"][1][3]);
        Assert.DoesNotContain(
            sheets.Values.SelectMany(rows => rows).SelectMany(row => row),
            cell => cell is "foreign"
        );
    }

    [Fact]
    public async Task Get_InEnglish_IsEnglish()
    {
        var seller = await portal.AddSellerAsync("export-english");
        await BuyAsync(seller, ("rich", 7_000));
        using var client = await portal.SignedInAsync(await portal.AddMemberAsync(seller, SellerRole.Owner));

        using var answer = await client.GetAsync(
            Address(seller.Slug, "threshold=5000&asOf=2026-01-15&culture=en&ui-culture=en")
        );

        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(["Definitions", "Qualify", "One order away"], WorkbookReading.Sheets(file).Keys);
    }

    [Fact]
    public async Task Get_BadValues_SaysWhatIsWrongInThePersonsLanguage()
    {
        var seller = await portal.AddSellerAsync("export-bad");
        using var client = await portal.SignedInAsync(await portal.AddMemberAsync(seller, SellerRole.Owner));

        using var russian = await client.GetAsync(Address(seller.Slug, "threshold=-1&discount=x&asOf=soon"));
        using var english = await client.GetAsync(
            Address(seller.Slug, "threshold=5000&discount=10&asOf=soon&culture=en&ui-culture=en")
        );

        Assert.Equal(HttpStatusCode.BadRequest, russian.StatusCode);
        var text = await russian.Content.ReadAsStringAsync();
        Assert.Equal(3, text.Split('\n').Length);
        Assert.Contains("целым числом", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, english.StatusCode);
        Assert.Contains(
            "must be a date",
            await english.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("segments")]
    [InlineData("program-economics")]
    [InlineData("qualifying")]
    [InlineData("rule-change")]
    [InlineData("retention")]
    [InlineData("ltv")]
    [InlineData("ledger")]
    public async Task Get_EmptyLedger_IsAValidFileThatSaysSo(string name)
    {
        var seller = await portal.AddSellerAsync("export-empty-" + name);
        using var client = await portal.SignedInAsync(await portal.AddMemberAsync(seller, SellerRole.Owner));

        using var answer = await client.GetAsync(
            new Uri($"/sellers/{seller.Slug}/reports/{name}.xlsx", UriKind.Relative)
        );

        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        Assert.Empty(WorkbookReading.Problems(file));
        Assert.Contains(
            WorkbookReading.Sheets(file)["Определения"],
            row => row[0] is "В журнале нет покупок."
        );
    }

    [Fact]
    public async Task Get_UnknownReport_IsNotThere()
    {
        var seller = await portal.AddSellerAsync("export-unknown");
        using var client = await portal.SignedInAsync(await portal.AddMemberAsync(seller, SellerRole.Owner));

        using var answer = await client.GetAsync(
            new Uri($"/sellers/{seller.Slug}/reports/nothing.xlsx", UriKind.Relative)
        );

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static Uri Address(string slug, string query) =>
        new($"/sellers/{slug}/reports/qualifying.xlsx?{query}", UriKind.Relative);

    private async Task BuyAsync(Seller seller, params (string Buyer, int Units)[] purchases) =>
        await portal
            .Services.GetRequiredService<PurchaseLedger>()
            .AppendAsync(
                seller.Id,
                purchases.Select(p => new NewPurchaseLine
                {
                    Buyer = new(p.Buyer),
                    LineId = "line-" + p.Buyer,
                    OrderId = "order-" + p.Buyer,
                    Sku = "sku",
                    Quantity = 1,
                    ListAmount = Money.FromUnits(p.Units),
                    SellerAmount = Money.FromUnits(p.Units),
                    PaidAmount = Money.FromUnits(p.Units),
                    BoughtAt = FakeClock.DefaultStart.AddDays(-2),
                }),
                CancellationToken.None
            );
}
