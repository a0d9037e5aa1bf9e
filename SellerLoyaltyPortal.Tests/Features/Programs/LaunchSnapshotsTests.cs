using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs;

public sealed class LaunchSnapshotsTests
{
    [Fact]
    public async Task Activation_Always_FreezesEveryTotalAtTheStartOfTheFirstDay()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var first = Today(desk) + 1;
        // The first day's window begins 364 days before it.
        await desk.BuyAsync("reached", first - 364, 5_000);
        await desk.BuyAsync("just-out", first - 365, 9_000);
        await desk.BuyAsync("below", first - 1, 4_999);
        await desk.BuyAsync("both", first - 1, 3_000);
        await desk.BuyAsync("both", first - 300, 2_500);

        var active = await desk.ActiveAsync();

        var launches = new LaunchSnapshots(desk.Contexts);
        var facts = await launches.FindAsync(desk.Owner, active.Id, CancellationToken.None);
        Assert.NotNull(facts);
        Assert.Equal((first, 5L, 3, 2), (facts.AsOf, facts.LedgerSequence, facts.Buyers, facts.Qualified));
        Assert.Equal(Money.FromUnits(5_000 + 4_999 + 5_500), facts.Revenue);
        Assert.Equal(Money.FromUnits(5_000 + 5_500), facts.QualifiedRevenue);
        Assert.Equal(active.Mechanic, facts.Mechanic);
        var totals = (await launches.TotalsAsync(desk.Owner, active.Id, CancellationToken.None))!;
        var index = (await desk.Snapshots.GetWholeAsync(desk.Owner.SellerId, CancellationToken.None))
            .Columns
            .Buyers;
        Assert.Equal(
            [("below", 4_999m), ("both", 5_500m), ("reached", 5_000m)],
            totals
                .Select(t => (Id: IdOf(t.BuyerKey), t.Total.ToDecimal()))
                .OrderBy(t => t.Id, StringComparer.Ordinal)
        );
        Assert.True(totals.Zip(totals.Skip(1)).All(pair => pair.First.BuyerKey < pair.Second.BuyerKey));

        string IdOf(long key) => index.TryFindKey(key, out var ordinal) ? index[ordinal].Value : "?";
    }

    [Fact]
    public async Task Activation_DaysLate_LeavesOutWhatWasBoughtSinceTheFirstDay()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var scheduled = await desk.ScheduledAsync();
        var first = scheduled.StartsOn!.Value;
        await desk.BuyAsync("a", first - 1, 4_000);
        await desk.BuyAsync("a", first, 4_000);
        await desk.BuyAsync("b", first + 1, 9_000);
        desk.Clock.Advance(TimeSpan.FromDays(5));

        await desk.Due.RunAsync(CancellationToken.None);

        var facts = await new LaunchSnapshots(desk.Contexts).FindAsync(
            desk.Owner,
            scheduled.Id,
            CancellationToken.None
        );
        Assert.Equal((first, 1, 0), (facts!.AsOf, facts.Buyers, facts.Qualified));
        Assert.Equal(Money.FromUnits(4_000), facts.Revenue);
        Assert.Equal(desk.Clock.GetUtcNow(), facts.TakenAt);
    }

    [Fact]
    public async Task Find_NeverActiveOrOfAnotherSeller_IsNothing()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var launches = new LaunchSnapshots(desk.Contexts);
        var stranger = await desk.AddSellerAsync("stranger");
        var scheduled = await desk.ScheduledAsync();
        Assert.Null(await launches.FindAsync(desk.Owner, scheduled.Id, CancellationToken.None));

        desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.Due.RunAsync(CancellationToken.None);

        Assert.NotNull(await launches.FindAsync(desk.Owner, scheduled.Id, CancellationToken.None));
        Assert.Null(await launches.FindAsync(stranger, scheduled.Id, CancellationToken.None));
        Assert.Null(await launches.TotalsAsync(stranger, scheduled.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Snapshot_Tampering_IsRefusedByThePortalAndByTheDatabase()
    {
        using var desk = await ProgramDesk.OpenAsync();
        await desk.ActiveAsync();
        await using var context = desk.Contexts.ForSeller(desk.Owner.SellerId);
        var stored = await context.Set<LaunchSnapshot>().SingleAsync();

        context.Remove(stored);
        await Assert.ThrowsAsync<InvalidOperationException>(() => context.SaveChangesAsync());
        context.Entry(stored).State = EntityState.Unchanged;
        context.Entry(stored).Property(s => s.Qualified).CurrentValue = 99;
        await Assert.ThrowsAsync<InvalidOperationException>(() => context.SaveChangesAsync());

        await using var past = desk.Contexts.ForSeller(desk.Owner.SellerId);
        await Assert.ThrowsAsync<SqliteException>(() =>
            past.Set<LaunchSnapshot>().ExecuteUpdateAsync(set => set.SetProperty(s => s.Qualified, 99))
        );
        await Assert.ThrowsAsync<SqliteException>(() => past.Set<LaunchSnapshot>().ExecuteDeleteAsync());
        await Assert.ThrowsAsync<SqliteException>(() => past.Set<ProgramVersion>().ExecuteDeleteAsync());
        await Assert.ThrowsAsync<SqliteException>(() => past.Set<ProgramTransition>().ExecuteDeleteAsync());
        Assert.Equal(0, await past.Set<LaunchSnapshot>().Select(s => s.Qualified).SingleAsync());
    }

    private static DayNumber Today(ProgramDesk desk) => desk.Owner.Calendar.DayOf(desk.Clock.GetUtcNow());
}
