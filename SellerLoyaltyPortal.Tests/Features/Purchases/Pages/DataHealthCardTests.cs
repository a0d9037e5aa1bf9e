using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Features.Purchases.Health;
using SellerLoyaltyPortal.Features.Purchases.Pages;
using SellerLoyaltyPortal.Tests.Support;
using SellerLoyaltyPortal.Tests.Support.Builders;

namespace SellerLoyaltyPortal.Tests.Features.Purchases.Pages;

public sealed class DataHealthCardTests : PortalBunitContext
{
    private readonly PurchasesDesk _desk = new();
    private Seller _seller = null!;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _desk.Dispose();
    }

    [Fact]
    public async Task Card_EmptyLedger_SaysWhatToDo()
    {
        var card = await OpenAsync();
        card.WaitForElement(".state-empty");
        Assert.Empty(card.FindAll(".figures"));
    }

    [Fact]
    public async Task Card_Ledger_ShowsFeedQualityAndStorage()
    {
        var card = await OpenAsync(
            "line_id,buyer_id,order_id,sku,quantity,list_price,bought_at,currency\n"
                + "L1,b,o,s,1,100,2026-03-15,\nL2,b,o,s,1,0,2026-03-14,\nL3,c,o2,s,1,1,2026-03-13,USD\n"
        );
        card.WaitForElement(".figures");
        var figures = card.FindAll(".figures .figure b").Select(f => f.TextContent).ToList();
        Assert.Equal("никогда", figures[0]);
        Assert.Equal("1", figures[2]);
        // A line without a price, a buyer of everything, and a row in dollars.
        Assert.Equal(Enum.GetValues<QualityCheck>().Length, card.FindAll(".checks li").Count);
        Assert.Equal(3, card.FindAll(".checks .badge.warn").Count);
        Assert.Contains(
            "1 строка не в ₽",
            card.Find(".checks li:last-child").TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(60, card.FindAll(".twin tbody tr").Count);
    }

    [Fact]
    public async Task Card_Refresh_ShowsWhatCameMeanwhile()
    {
        var card = await OpenAsync(PurchaseFormat.Sample);
        card.WaitForElement(".figures");
        await using (var append = await _desk.Ledger.BeginAsync(_seller.Id, import: null, default))
        {
            append.EventsAt = new DateTimeOffset(2026, 3, 15, 8, 30, 0, TimeSpan.Zero);
            append.Add(ANewLine.Of("new"));
            await append.CommitAsync(default);
        }
        await card.Find(".check-head .btn").ClickAsync();
        card.WaitForAssertion(() =>
            Assert.Contains("11:30", card.Find(".figures .figure b").TextContent, StringComparison.Ordinal)
        );
    }

    private async Task<IRenderedComponent<DataHealthCard>> OpenAsync(string? file = null)
    {
        _seller = await _desk.AddSellerAsync();
        if (file is not null)
            await _desk.ImportAsync(_seller, file, mode: ImportMode.GoodRows);
        Services.AddSingleton(
            new LoadLedgerHealth(_desk.File.Contexts, _desk.Ledger, _desk.Snapshots(), _desk.Clock)
        );
        var access = AnAccess.To(_seller);
        return Render<DataHealthCard>(p => p.Add(c => c.Access, access));
    }
}
