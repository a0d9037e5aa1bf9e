using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Features.Reports.Excel;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Reports;

public sealed class QualifyingExportEndpointTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
    [Fact]
    public async Task Get_Analyst_GetsTheSellersWorkbook()
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
            "poluchat-skidku-export-one-5000-2026-01-15.xlsx",
            answer.Content.Headers.ContentDisposition?.FileName
        );
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        var sheets = WorkbookReading.Sheets(file);
        Assert.Equal("rich", sheets["Получат скидку"][1][1]);
        Assert.Equal(3, sheets["Получат скидку"].Count);
        Assert.Equal("near", sheets["Один заказ до порога"][1][1]);
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
            Address(seller.Slug, "threshold=5000&discount=10&asOf=2026-01-15&culture=en&ui-culture=en")
        );

        Assert.Equal(
            "qualifying-buyers-export-english-5000-2026-01-15.xlsx",
            answer.Content.Headers.ContentDisposition?.FileName
        );
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        Assert.Contains("Qualify", WorkbookReading.Sheets(file).Keys);
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
    [InlineData("export-mine")]
    [InlineData("nobody-has-this")]
    public async Task Get_NoMember_IsNotThere(string slug)
    {
        if (slug == "export-mine")
            await portal.AddSellerAsync(slug);
        var own = await portal.AddSellerAsync("own-of-" + slug);
        using var client = await portal.SignedInAsync(await portal.AddMemberAsync(own, SellerRole.Owner));

        using var answer = await client.GetAsync(Address(slug, "threshold=5000&discount=10"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Get_Anonymous_IsSentToSignIn()
    {
        using var client = portal.Anonymous();

        using var answer = await client.GetAsync(Address("anything", "threshold=5000&discount=10"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Get_EmptyLedger_IsAFileThatSaysSo()
    {
        var seller = await portal.AddSellerAsync("export-empty");
        using var client = await portal.SignedInAsync(await portal.AddMemberAsync(seller, SellerRole.Owner));

        using var answer = await client.GetAsync(Address(seller.Slug, "threshold=5000&discount=10"));

        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        Assert.Contains(
            WorkbookReading.Sheets(file)["Определения"],
            row => row[0] is "В журнале нет покупок."
        );
    }

    private static Uri Address(string slug, string query) =>
        new($"/sellers/{slug}/exports/qualifying.xlsx?{query}", UriKind.Relative);

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
