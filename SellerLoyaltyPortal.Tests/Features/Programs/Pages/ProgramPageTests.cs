using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Programs.Pages;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Pages;

public sealed class ProgramPageTests : PortalBunitContext, IAsyncLifetime
{
    private ProgramDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await ProgramDesk.OpenAsync();
        Services.AddSingleton<TimeProvider>(_desk.Clock);
        Services.AddSingleton(_desk.List);
        Services.AddSingleton(_desk.Versions);
        Services.AddSingleton(_desk.Revise);
        Services.AddSingleton(_desk.Notifier);
        Services.AddSingleton(_desk.Snapshots);
        Services.AddSingleton(Options.Create(_desk.Limits));
        Services.AddSingleton(new LaunchSnapshots(_desk.Contexts));
        Services.AddSingleton(new ChangeJournal(_desk.Contexts));
        Services.AddSingleton(StartingEconomics.Of(_desk));
        Services.AddSingleton<LoadRevisionFigures>();
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        _desk.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Change_Threshold_ShowsWhoGainsAndLosesBeforeItIsSaved()
    {
        var active = await ActiveWithBuyersAsync();
        var page = Open(active.Id);
        page.WaitForElement("[data-unchanged]");

        await page.Find("#revise-threshold").ChangeAsync(new() { Value = "7000" });

        page.WaitForElement(".revision-table");
        Assert.Equal(["0", "1", "1", "1"], Buyers(page));
        Assert.Contains(
            "0 покупателей выиграют",
            page.Find("[data-revision-summary]").TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(active, await _desk.ReadAsync(active.Id));
    }

    [Fact]
    public async Task Confirm_AChange_IsAVersionFromTomorrow()
    {
        var active = await ActiveWithBuyersAsync();
        var page = Open(active.Id);
        page.WaitForElement("[data-unchanged]");
        await page.Find("#revise-threshold").ChangeAsync(new() { Value = "4000" });
        page.WaitForElement("[data-confirm=Change]");

        await page.Find("[data-confirm=Change]").ClickAsync(new());

        page.WaitForElement("[data-next-version]");
        Assert.Contains(
            "17 января 2026",
            page.Find(".note.gain").TextContent.Replace('\u00A0', ' '),
            StringComparison.Ordinal
        );
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".versions tbody tr").Count));
        page.WaitForAssertion(() =>
            Assert.Contains(
                "Порог следующей версии",
                page.Find(".journal").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Equal(2, (await _desk.ReadAsync(active.Id)).Next!.Number);
    }

    [Theory]
    [InlineData("#revise-threshold", "999")]
    [InlineData("#revise-threshold", "x")]
    [InlineData("#revise-discount", "51")]
    public async Task Type_OutOfLimits_IsRefusedWhereItStands(string field, string typed)
    {
        var active = await ActiveWithBuyersAsync();
        var page = Open(active.Id);
        page.WaitForElement("[data-unchanged]");

        await page.Find(field).ChangeAsync(new() { Value = typed });

        Assert.NotEmpty(page.Find(field + "-error").TextContent);
        Assert.Empty(page.FindAll("[data-confirm=Change]"));
    }

    [Fact]
    public async Task Open_Active_ShowsWhatTheLaunchFroze()
    {
        var active = await ActiveWithBuyersAsync();

        var page = Open(active.Id);

        page.WaitForElement("[data-launch-snapshot]");
        var facts = page.FindAll("[data-launch-snapshot] dd").Select(d => d.TextContent).ToList();
        Assert.Contains("16 января 2026", facts[0].Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal("3", facts[2]);
        Assert.StartsWith("2 (", facts[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_WithAPointInTheAddress_ShowsWhatItWouldChange()
    {
        var active = await ActiveWithBuyersAsync();
        Services
            .GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>()
            .NavigateTo($"/sellers/desk-seller/programs/{active.Id}?threshold=7000&discount=20");

        var page = Open(active.Id);

        page.WaitForElement(".revision-table");
        Assert.Equal("7\u202F000", page.Find("#revise-threshold").GetAttribute("value"));
        Assert.Equal("20", page.Find("#revise-discount").GetAttribute("value"));
    }

    [Fact]
    public async Task Open_AsAnalyst_CannotChange()
    {
        var active = await ActiveWithBuyersAsync();

        var page = Open(active.Id, _desk.Owner with { Role = SellerRole.Analyst });

        page.WaitForElement(".versions");
        Assert.Empty(page.FindAll(".revision"));
    }

    [Fact]
    public async Task Open_InEnglish_IsEnglish()
    {
        using var _ = CultureScope.Of("en");
        var active = await ActiveWithBuyersAsync();

        var page = Open(active.Id);

        page.WaitForElement(".journal");
        Assert.Contains("by the clock", page.Find(".journal").TextContent, StringComparison.Ordinal);
        Assert.Contains("State:", page.Find(".journal").TextContent, StringComparison.Ordinal);
    }

    private async Task<ProgramDetails> ActiveWithBuyersAsync()
    {
        var day = _desk.Owner.Calendar.DayOf(_desk.Clock.GetUtcNow());
        await _desk.BuyAsync("a", day, 9_000);
        await _desk.BuyAsync("b", day, 5_000);
        await _desk.BuyAsync("c", day, 1_000);
        return await _desk.ActiveAsync();
    }

    private static IEnumerable<string> Buyers(IRenderedComponent<ProgramPage> page) =>
        page.FindAll(".revision-table tbody tr").Select(row => row.Children[1].TextContent);

    private IRenderedComponent<ProgramPage> Open(long id, SellerAccess? access = null) =>
        Render<ProgramPage>(parameters =>
            parameters
                .AddCascadingValue(access ?? _desk.Owner)
                .Add(p => p.Seller, "desk-seller")
                .Add(p => p.ProgramId, id)
        );
}
