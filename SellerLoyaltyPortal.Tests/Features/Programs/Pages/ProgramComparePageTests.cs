using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Programs.Pages;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Pages;

public sealed class ProgramComparePageTests : PortalBunitContext, IAsyncLifetime
{
    private ProgramDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await ProgramDesk.OpenAsync();
        Services.AddSingleton<TimeProvider>(_desk.Clock);
        Services.AddSingleton(_desk.List);
        Services.AddSingleton(_desk.Snapshots);
        Services.AddSingleton(Options.Create(_desk.Limits));
        Services.AddSingleton(new SellerDays(_desk.Ledger, _desk.Clock));
        Services.AddSingleton<ConstructorFiguresCache>();
        Services.AddSingleton<LoadCostFigures>();
        Services.AddSingleton<LoadComparison>();
        Services.AddSingleton(StartingEconomics.Of(_desk));
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        _desk.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Open_TwoDrafts_StandSideBySideOnOneCurve()
    {
        await BuyAsync();
        var low = await DraftAsync("Low", 1_000, 5);
        var high = await DraftAsync("High", 6_000, 20);

        var page = Open($"?ids={low.Id},{high.Id}");

        page.WaitForElement(".compare-table");
        Assert.Equal(["3", "1"], Row(page, "Buyers"));
        Assert.Equal(2, page.FindAll(".chart .mark-name").Count);
        Assert.Empty(page.FindAll(".chart svg > .tip"));
        // 5 %: 0.05 × 0.74 + 0.01 = 0.047 of 16,000; a year's 30 days of it.
        Assert.Equal("752\u00A0₽", Row(page, "Subsidy").First());
        Assert.Equal("61,81\u00A0₽", Row(page, "Committed").First());
    }

    [Fact]
    public async Task Toggle_Programs_UpToFourAreCompared()
    {
        await BuyAsync();
        for (var i = 0; i < 6; i++)
            await DraftAsync($"Draft {i}", 1_000 * (i + 1), 10);

        var page = Open();
        page.WaitForElement(".compare-table");

        Assert.Equal(4, Row(page, "Buyers").Count());
        Assert.Equal(2, page.FindAll("input[type=checkbox][disabled]").Count);
        await page.FindAll("input[type=checkbox]")
            .First(box => box.HasAttribute("checked"))
            .ChangeAsync(new() { Value = false });
        Assert.Equal(3, Row(page, "Buyers").Count());
        Assert.Empty(page.FindAll("input[type=checkbox][disabled]"));
    }

    [Fact]
    public async Task Open_DayInTheAddress_IsTheDayThatIsCounted()
    {
        var today = _desk.Owner.Calendar.DayOf(_desk.Clock.GetUtcNow());
        await _desk.BuyAsync("early", today - 40, 9_000);
        await _desk.BuyAsync("late", today - 3, 9_000);
        var draft = await DraftAsync("Own", 1_000, 5);

        var page = Open($"?ids={draft.Id}&asOf={today - 10}");

        page.WaitForElement(".compare-table");
        Assert.Equal(["1"], Row(page, "Buyers"));
        var now = Open($"?ids={draft.Id}");
        now.WaitForElement(".compare-table");
        Assert.Equal(["2"], Row(now, "Buyers"));
    }

    [Fact]
    public async Task Open_IdsOfNobody_AreLeftAlone()
    {
        await BuyAsync();
        var own = await DraftAsync("Own", 1_000, 5);
        var stranger = await _desk.AddSellerAsync("stranger");
        var theirs = await _desk.DraftAsync(by: stranger);

        var page = Open($"?ids={theirs.Id},x,{own.Id},999999");

        page.WaitForElement(".compare-table");
        Assert.Single(Row(page, "Buyers"));
    }

    [Fact]
    public async Task Open_NoPurchases_SaysSo()
    {
        await DraftAsync("Own", 1_000, 5);

        var page = Open();

        Assert.NotEmpty(page.WaitForElement(".note.warn").TextContent);
        Assert.Empty(page.FindAll(".compare-table"));
    }

    private async Task BuyAsync()
    {
        var day = _desk.Owner.Calendar.DayOf(_desk.Clock.GetUtcNow());
        await _desk.BuyAsync("a", day, 9_000);
        await _desk.BuyAsync("b", day, 5_000);
        await _desk.BuyAsync("c", day, 2_000);
    }

    private async Task<ProgramDetails> DraftAsync(string name, int threshold, int discount) =>
        (
            await _desk.Save.RunAsync(
                _desk.Owner,
                new(null, null, name, ProgramDesk.Offer(threshold, discount), 30),
                CancellationToken.None
            )
        ).Value;

    private static IEnumerable<string> Row(IRenderedComponent<ProgramComparePage> page, string key) =>
        page.FindAll($".compare-table [data-row={key}] td").Select(cell => cell.TextContent);

    private IRenderedComponent<ProgramComparePage> Open(string query = "")
    {
        Services
            .GetRequiredService<NavigationManager>()
            .NavigateTo("/sellers/desk-seller/programs/compare" + query);
        return Render<ProgramComparePage>(parameters =>
            parameters.AddCascadingValue(_desk.Owner).Add(p => p.Seller, "desk-seller")
        );
    }
}
