using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Lifecycle;

public sealed class ActivateDueProgramsTests
{
    [Theory]
    [InlineData("Europe/Moscow", "2026-01-15T09:00:00Z", "2026-01-15T21:00:00Z")]
    // The night in which clocks go forward, and the one in which they go back.
    [InlineData("Europe/London", "2026-03-28T12:00:00Z", "2026-03-29T00:00:00Z")]
    [InlineData("Europe/London", "2026-03-29T12:00:00Z", "2026-03-29T23:00:00Z")]
    [InlineData("Europe/London", "2026-10-24T12:00:00Z", "2026-10-24T23:00:00Z")]
    [InlineData("Europe/London", "2026-10-25T12:00:00Z", "2026-10-26T00:00:00Z")]
    // Midnight itself is skipped there on 2026-09-06: the day begins at 01:00.
    [InlineData("America/Santiago", "2026-09-05T12:00:00Z", "2026-09-06T04:00:00Z")]
    public async Task Run_AroundMidnight_ActivatesAtItsFirstInstantAndNotBefore(
        string zone,
        string launch,
        string start
    )
    {
        using var desk = await ProgramDesk.OpenAsync(zone, At(launch));
        var scheduled = await desk.ScheduledAsync();

        desk.Clock.MoveTo(At(start).AddMilliseconds(-1));
        var next = await desk.Due.RunAsync(CancellationToken.None);
        var before = await desk.ReadAsync(scheduled.Id);
        desk.Clock.MoveTo(At(start));
        var none = await desk.Due.RunAsync(CancellationToken.None);
        var after = await desk.ReadAsync(scheduled.Id);

        Assert.Equal(At(start), next);
        Assert.Equal(ProgramStatus.Scheduled, before.Status);
        Assert.Equal(ProgramStatus.Active, after.Status);
        Assert.Null(none);
    }

    [Fact]
    public async Task Run_Again_DoesNothing()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var active = await desk.ActiveAsync();

        await desk.Due.RunAsync(CancellationToken.None);
        await desk.NewDue().RunAsync(CancellationToken.None);

        Assert.Equal(active, await desk.ReadAsync(active.Id));
        Assert.Single(await desk.StepsAsync(active.Id), s => s.Step == ProgramStep.Activated);
    }

    [Fact]
    public async Task Run_AfterDowntimeOverStartAndEnd_TakesBothStepsInOrder()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var scheduled = await desk.ScheduledAsync();
        // Down from now on; that it ends was decided by another instance that knew it was active.
        await using (var context = desk.Contexts.ForSeller(desk.Owner.SellerId))
        {
            var row = context.Set<LoyaltyProgram>().Single();
            row.LastDay = row.EarliestLastDay;
            await context.SaveChangesAsync();
        }
        desk.Clock.Advance(TimeSpan.FromDays(400));

        var next = await desk.Due.RunAsync(CancellationToken.None);

        Assert.Null(next);
        Assert.Equal(ProgramStatus.Ended, (await desk.ReadAsync(scheduled.Id)).Status);
        var steps = await desk.StepsAsync(scheduled.Id);
        Assert.Equal(
            [ProgramStep.Created, ProgramStep.Launched, ProgramStep.Activated, ProgramStep.Ended],
            steps.Select(s => s.Step)
        );
        Assert.All(steps[2..], s => Assert.Null(s.By));
    }

    [Fact]
    public async Task Run_TwoInstancesAtOnce_OneTakesTheStep()
    {
        using var desk = await ProgramDesk.OpenAsync();
        for (var round = 0; round < 5; round++)
        {
            var owner = await desk.AddSellerAsync($"round-{round}");
            var scheduled = await desk.ScheduledAsync(owner);
            desk.Clock.MoveTo(owner.Calendar.StartOf(scheduled.StartsOn!.Value));

            await Task.WhenAll(
                Enumerable
                    .Range(0, 4)
                    .Select(_ => Task.Run(() => desk.NewDue().RunAsync(CancellationToken.None)))
            );

            Assert.Equal(ProgramStatus.Active, (await desk.ReadAsync(scheduled.Id, owner)).Status);
            Assert.Single(await desk.StepsAsync(scheduled.Id, owner), s => s.Step == ProgramStep.Activated);
        }
    }

    [Fact]
    public async Task Run_SellersInSeveralZones_EachAtItsOwnMidnight()
    {
        using var desk = await ProgramDesk.OpenAsync("Europe/Moscow", At("2026-01-15T09:00:00Z"));
        var london = await desk.AddSellerAsync("london", "Europe/London");
        var inMoscow = await desk.ScheduledAsync();
        var inLondon = await desk.ScheduledAsync(london);

        desk.Clock.MoveTo(At("2026-01-15T21:00:00Z"));
        var next = await desk.Due.RunAsync(CancellationToken.None);

        Assert.Equal(At("2026-01-16T00:00:00Z"), next);
        Assert.Equal(ProgramStatus.Active, (await desk.ReadAsync(inMoscow.Id)).Status);
        Assert.Equal(ProgramStatus.Scheduled, (await desk.ReadAsync(inLondon.Id, london)).Status);
    }

    [Fact]
    public async Task Run_OneSellersProgramIsDamaged_TheOthersStartAndItIsTriedAgain()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var broken = await desk.ScheduledAsync();
        var other = await desk.AddSellerAsync("other");
        var sound = await desk.ScheduledAsync(other);
        await SetOfferAsync(desk, "{}");
        desk.Clock.Advance(TimeSpan.FromDays(1));

        await desk.Due.RunAsync(CancellationToken.None);

        Assert.Equal(ProgramStatus.Active, (await desk.ReadAsync(sound.Id, other)).Status);
        Assert.DoesNotContain(await desk.StepsAsync(broken.Id), s => s.Step == ProgramStep.Activated);
        await SetOfferAsync(
            desk,
            SellerLoyaltyPortal.Features.Programs.Mechanics.MechanicJson.Write(ProgramDesk.Offer())
        );
        await desk.Due.RunAsync(CancellationToken.None);
        Assert.Equal(ProgramStatus.Active, (await desk.ReadAsync(broken.Id)).Status);
    }

    [Fact]
    public async Task Run_TwoInstancesAtOnce_OneSnapshotIsTaken()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var scheduled = await desk.ScheduledAsync();
        await desk.BuyAsync("a", scheduled.StartsOn!.Value - 3, 6_000);
        desk.Clock.MoveTo(desk.Owner.Calendar.StartOf(scheduled.StartsOn.Value));

        await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.NewDue().RunAsync(CancellationToken.None)))
        );

        Assert.Single(await desk.StepsAsync(scheduled.Id), s => s.Step == ProgramStep.Activated);
        var facts = await new LaunchSnapshots(desk.Contexts).FindAsync(
            desk.Owner,
            scheduled.Id,
            CancellationToken.None
        );
        Assert.Equal((1, 1), (facts!.Buyers, facts.Qualified));
    }

    private static async Task SetOfferAsync(ProgramDesk desk, string json)
    {
        await using var context = desk.Contexts.ForSeller(desk.Owner.SellerId);
        context.Set<LoyaltyProgram>().Single().MechanicJson = json;
        await context.SaveChangesAsync();
    }

    [Fact]
    public async Task Run_TakesAStep_TellsTheSellersPagesAndNobodyElses()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var other = await desk.AddSellerAsync("other");
        var scheduled = await desk.ScheduledAsync();
        var (mine, theirs) = (0, 0);
        using var _ = desk.Notifier.Subscribe(desk.Owner.SellerId, () => mine++);
        using var __ = desk.Notifier.Subscribe(other.SellerId, () => theirs++);

        desk.Clock.MoveTo(desk.Owner.Calendar.StartOf(scheduled.StartsOn!.Value));
        await desk.Due.RunAsync(CancellationToken.None);

        Assert.Equal((1, 0), (mine, theirs));
    }

    private static DateTimeOffset At(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
