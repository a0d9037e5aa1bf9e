using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Programs.Pages;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Pages;

public sealed class GoodsCostsCardTests : PortalBunitContext, IAsyncLifetime
{
    private ProgramDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await ProgramDesk.OpenAsync();
        Services.AddSingleton(new GoodsCosts(_desk.Contexts));
        Services.AddSingleton(new GoodsSales(_desk.Contexts, _desk.Snapshots));
        Services.AddSingleton(StartingEconomics.Of(_desk));
        Services.AddSingleton(
            new SaveGoodsCosts(new SellerDirectory(_desk.Contexts), _desk.Contexts, _desk.Clock)
        );
        Services.AddSingleton<LoadGoodsFigures>();
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        _desk.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Paste_WithFaults_NamesRowsAndStoresNothing()
    {
        var card = Card();
        await card.Find("#goods-rows").ChangeAsync(new() { Value = "a;1\nb;x\nc" });

        await card.Find("[data-action=save-goods]").ClickAsync(new());

        card.WaitForElement(".goods-faults");
        Assert.Equal(["2", "3"], card.FindAll(".goods-faults tbody td.num").Select(c => c.TextContent));
        Assert.Contains(
            "2 строки взять нельзя",
            card.Find(".note.error").TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(0, await Known().CountAsync(_desk.Owner, CancellationToken.None));
    }

    [Fact]
    public async Task Paste_ThenForget_SaysWhatWasDone()
    {
        var card = Card();
        await card.Find("#goods-rows").ChangeAsync(new() { Value = "a;1\nb;2,5" });
        await card.Find("[data-action=save-goods]").ClickAsync(new());
        card.WaitForElement(".note.gain");
        Assert.Contains("для 2 артикулов", card.Find("[data-known]").TextContent, StringComparison.Ordinal);

        await card.Find("[data-action=clear-goods]").ClickAsync(new());
        await card.Find("[data-confirm=clear-goods]").ClickAsync(new());

        card.WaitForAssertion(() =>
            Assert.Contains(
                "пока не указана",
                card.Find("[data-known]").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Equal(0, await Known().CountAsync(_desk.Owner, CancellationToken.None));
    }

    [Fact]
    public void Render_Analyst_CanOnlyRead()
    {
        var card = Card(_desk.Owner with { Role = SellerRole.Analyst });

        Assert.Empty(card.FindAll("button, textarea, input"));
    }

    [Fact]
    public async Task BelowFloor_CostsKnown_ListsWhatTheDiscountPushesUnderIt()
    {
        var day = _desk.Owner.Calendar.DayOf(_desk.Clock.GetUtcNow());
        await _desk.BuyAsync("a", day, 100);
        await new SaveGoodsCosts(new(_desk.Contexts), _desk.Contexts, _desk.Clock).RunAsync(
            _desk.Owner,
            GoodsCostRows.Read("sku;70"),
            CancellationToken.None
        );

        var below = Below(day, 10);

        below.WaitForElement("[data-figure=pushed]");
        Assert.Contains(
            "1 артикул",
            below.Find("[data-figure=pushed]").TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "100,0\u00A0% выручки",
            below.Find("[data-figure=pushed]").TextContent,
            StringComparison.Ordinal
        );
        below.Render(parameters => parameters.Add(p => p.Discount, Percent.FromWhole(3)));
        Assert.Contains(
            "0 артикулов",
            below.Find("[data-figure=pushed]").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void BelowFloor_NoCosts_LeadsToThem()
    {
        var below = Below(_desk.Owner.Calendar.DayOf(_desk.Clock.GetUtcNow()), 10);

        Assert.Equal(_desk.Owner.Href("settings"), below.WaitForElement("a").GetAttribute("href"));
    }

    private GoodsCosts Known() => Services.GetRequiredService<GoodsCosts>();

    private IRenderedComponent<GoodsCostsCard> Card(SellerAccess? access = null) =>
        Render<GoodsCostsCard>(parameters => parameters.Add(p => p.Access, access ?? _desk.Owner));

    private IRenderedComponent<GoodsBelowFloor> Below(DayNumber day, int discount)
    {
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return Render<GoodsBelowFloor>(parameters =>
            parameters
                .Add(p => p.Access, _desk.Owner)
                .Add(p => p.Window, new DayRange(day - 364, day))
                .Add(p => p.Discount, Percent.FromWhole(discount))
        );
    }
}
