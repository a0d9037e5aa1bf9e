using SellerLoyaltyPortal.Features.Overview;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Overview;

public sealed class LoadOverviewTests : IAsyncLifetime
{
    private ProgramDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await ProgramDesk.OpenAsync();

    public Task DisposeAsync()
    {
        _desk.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Run_NoPurchases_IsNothing() => Assert.Null(await LoadAsync());

    [Fact]
    public async Task Run_WithoutAProgram_CountsTheWindowAndPointsToTheEconomics()
    {
        await _desk.BuyAsync(("a", 900, 1), ("b", 1_100, 364), ("old", 5_000, 365));

        var overview = (await LoadAsync())!;

        Assert.Equal(2, overview.Buyers);
        Assert.Equal(Money.FromUnits(2_000), overview.Revenue);
        Assert.Null(overview.Offer);
        Assert.Null(overview.BuyersBefore);
        Assert.Equal([OverviewAlertKind.EconomicsAreDefaults], overview.Alerts.Select(a => a.Kind));
    }

    [Fact]
    public async Task Run_LedgerOfTwoWindows_ComparesWithTheOneBefore()
    {
        await _desk.BuyAsync(("a", 900, 1), ("b", 100, 365), ("c", 200, 729));

        var overview = (await LoadAsync())!;

        Assert.Equal(1, overview.Buyers);
        Assert.Equal(2, overview.BuyersBefore);
        Assert.Equal(Money.FromUnits(300), overview.RevenueBefore);
    }

    [Fact]
    public async Task Run_WithARunningProgram_CountsWhoQualifiesWhoCameAndWhoLeft()
    {
        await _desk.ActiveAsync();
        await _desk.BuyAsync(
            ("stays", 6_000, 100),
            ("came", 5_000, 10),
            // Thirty days ago it was still in the window.
            ("left", 9_000, 370),
            ("leaves-soon", 7_000, 350),
            ("near", 4_990, 5),
            ("far", 10, 5),
            ("far", 10, 6),
            ("far", 10, 7),
            ("far", 10, 8),
            ("far", 20, 9)
        );

        var offer = (await LoadAsync())!.Offer!;

        Assert.Equal(Money.FromUnits(5_000), offer.Threshold);
        Assert.Equal(3, offer.Qualified);
        Assert.Equal(1, offer.Gained);
        Assert.Equal(1, offer.Lost);
        Assert.Equal(1, offer.LeavingSoon);
        Assert.Equal(1, offer.Near);
    }

    [Fact]
    public async Task Run_MonthRevenue_IsSplitByWhetherTheBuyerHadBoughtBefore()
    {
        await _desk.BuyAsync(("a", 100, 60), ("a", 50, 0), ("b", 30, 0));

        var months = (await LoadAsync())!.Months;

        Assert.Equal(Money.FromUnits(50), months[^1].FromKnown);
        Assert.Equal(Money.FromUnits(30), months[^1].FromNew);
        Assert.False(months[^1].IsFinished);
        Assert.Equal(1, months[^1].FirstDay.ToDate().Day);
    }

    [Fact]
    public async Task Run_OldLedger_SaysSo()
    {
        await _desk.BuyAsync(("a", 100, 10));

        Assert.Contains(
            (await LoadAsync())!.Alerts,
            a =>
                a.Kind == OverviewAlertKind.PurchasesAreOld
                && a.Day == _desk.Owner.Calendar.DayOf(_desk.Clock.GetUtcNow()) - 10
        );
    }

    [Fact]
    public async Task Run_ScheduledProgram_SaysWhenItStarts()
    {
        await _desk.BuyAsync(("a", 100, 0));
        var program = await _desk.ScheduledAsync();

        Assert.Contains(
            new OverviewAlert(OverviewAlertKind.ProgramStarts, program.StartsOn),
            (await LoadAsync())!.Alerts
        );
    }

    [Fact]
    public async Task Run_EndingProgram_SaysItsLastDay()
    {
        var program = await _desk.EndingAsync();
        await _desk.BuyAsync(("a", 100, 0));

        Assert.Contains(
            new OverviewAlert(OverviewAlertKind.ProgramEnds, program.LastDay),
            (await LoadAsync())!.Alerts
        );
    }

    private Task<SellerOverview?> LoadAsync() =>
        _desk.Overview().RunAsync(_desk.Owner, wanted: null, CancellationToken.None);
}
