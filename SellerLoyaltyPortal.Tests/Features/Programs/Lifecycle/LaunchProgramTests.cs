using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Lifecycle;

public sealed class LaunchProgramTests
{
    [Theory]
    // Moscow is UTC+3: the day changes at 21:00 UTC.
    [InlineData("Europe/Moscow", "2026-01-15T20:59:59.999Z", "2026-01-16")]
    [InlineData("Europe/Moscow", "2026-01-15T21:00:00Z", "2026-01-17")]
    [InlineData("Europe/London", "2026-01-15T23:59:59.999Z", "2026-01-16")]
    // Clocks go forward on 2026-03-29 at 01:00 UTC and back on 2026-10-25 at 01:00 UTC.
    [InlineData("Europe/London", "2026-03-28T23:30:00Z", "2026-03-29")]
    [InlineData("Europe/London", "2026-03-29T22:59:59Z", "2026-03-30")]
    [InlineData("Europe/London", "2026-03-29T23:00:00Z", "2026-03-31")]
    [InlineData("Europe/London", "2026-10-24T22:59:59Z", "2026-10-25")]
    [InlineData("Europe/London", "2026-10-25T23:59:59Z", "2026-10-26")]
    [InlineData("America/New_York", "2026-12-31T23:00:00Z", "2027-01-01")]
    [InlineData("Pacific/Kiritimati", "2026-12-31T10:00:00Z", "2027-01-02")]
    public async Task Run_AtAnInstant_StartsOnTheSellersNextDay(string zone, string at, string firstDay)
    {
        using var desk = await ProgramDesk.OpenAsync(
            zone,
            DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)
        );

        var scheduled = await desk.ScheduledAsync();

        Assert.Equal(ProgramStatus.Scheduled, scheduled.Status);
        Assert.Equal(firstDay, scheduled.StartsOn.ToString());
        Assert.Equal(scheduled.StartsOn!.Value + 29, scheduled.EarliestLastDay);
    }

    [Fact]
    public async Task Run_AnotherIsScheduledOrActive_IsRefused()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var running = await desk.ScheduledAsync();
        var draft = await desk.DraftAsync();

        var whileScheduled = await desk.Launch.RunAsync(
            desk.Owner,
            draft.Id,
            draft.Revision,
            CancellationToken.None
        );
        desk.Clock.MoveTo(desk.Owner.Calendar.StartOf(running.StartsOn!.Value));
        var whileActive = await desk.Launch.RunAsync(
            desk.Owner,
            draft.Id,
            draft.Revision,
            CancellationToken.None
        );

        Assert.Equal(["SellerAlreadyHasRunningProgram"], whileScheduled.Errors.Select(e => e.Code));
        Assert.Equal(["SellerAlreadyHasRunningProgram"], whileActive.Errors.Select(e => e.Code));
        // The command let the clock go first, though nothing else had looked at it.
        Assert.Equal(ProgramStatus.Active, (await desk.ReadAsync(running.Id)).Status);
    }

    [Fact]
    public async Task Run_AnotherSellersIsRunning_IsAllowed()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var other = await desk.AddSellerAsync("other");
        await desk.ScheduledAsync(other);

        Assert.Equal(ProgramStatus.Scheduled, (await desk.ScheduledAsync()).Status);
    }

    [Fact]
    public async Task Run_AfterTheOtherEnded_IsAllowed()
    {
        using var desk = await ProgramDesk.OpenAsync();
        await desk.EndedAsync();

        Assert.Equal(ProgramStatus.Scheduled, (await desk.ScheduledAsync()).Status);
    }

    [Fact]
    public async Task Run_ManyDraftsAtOnce_OneIsLaunchedAndTheOthersHearWhy()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var drafts = new List<ProgramDetails>();
        for (var i = 0; i < 8; i++)
            drafts.Add(await desk.DraftAsync($"Draft {i}"));

        var results = await Task.WhenAll(
            drafts.Select(d =>
                Task.Run(() => desk.Launch.RunAsync(desk.Owner, d.Id, d.Revision, CancellationToken.None))
            )
        );

        Assert.Single(results, r => r.IsSuccess);
        Assert.Equal(
            Enumerable.Repeat("SellerAlreadyHasRunningProgram", 7),
            results.SelectMany(r => r.Errors).Select(e => e.Code)
        );
        var all = await desk.List.AllAsync(desk.Owner, CancellationToken.None);
        Assert.Single(all, p => p.Program.Status == ProgramStatus.Scheduled);
    }

    [Fact]
    public async Task Run_TheUniqueIndexIsTheFirstToNotice_TheRuleIsNamed()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var draft = await desk.DraftAsync();

        // Between the question and the save another person's launch gets in, as a second process would.
        var change = new SellerLoyaltyPortal.Features.Programs.Lifecycle.ChangeProgram(
            new(desk.Contexts),
            desk.Contexts,
            desk.Due,
            desk.Notifier,
            desk.Clock
        );
        var result = await change.RunAsync(
            desk.Owner,
            draft.Id,
            draft.Revision,
            (ProgramAction.Launch, ProgramStep.Launched),
            async (_, program, _) =>
            {
                await desk.ScheduledAsync();
                program.Status = ProgramStatus.Scheduled;
                program.StartsOn = new DayNumber(740_000);
                return [];
            },
            CancellationToken.None
        );

        Assert.Equal(["SellerAlreadyHasRunningProgram"], result.Errors.Select(e => e.Code));
        Assert.Equal(draft, await desk.ReadAsync(draft.Id));
    }

    [Fact]
    public async Task Run_LimitsWereNarrowedSinceItWasSaved_IsRefused()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var draft = await desk.DraftAsync();
        desk.Limits.HighestDiscount = 5;

        var result = await desk.Launch.RunAsync(desk.Owner, draft.Id, draft.Revision, CancellationToken.None);

        Assert.Equal(["DiscountOutOfLimits"], result.Errors.Select(e => e.Code));
        Assert.Equal(ProgramStatus.Draft, (await desk.ReadAsync(draft.Id)).Status);
    }

    [Fact]
    public async Task Withdraw_InTheLastMomentAndAfterIt_ItsDayDecides()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var scheduled = await desk.ScheduledAsync();
        var start = desk.Owner.Calendar.StartOf(scheduled.StartsOn!.Value);
        desk.Clock.MoveTo(start.AddMilliseconds(-1));
        var withdrawn = await desk.Withdraw.RunAsync(
            desk.Owner,
            scheduled.Id,
            scheduled.Revision,
            CancellationToken.None
        );
        Assert.Equal((ProgramStatus.Draft, null), (withdrawn.Value.Status, withdrawn.Value.StartsOn));

        var again = (
            await desk.Launch.RunAsync(
                desk.Owner,
                scheduled.Id,
                withdrawn.Value.Revision,
                CancellationToken.None
            )
        ).Value;
        desk.Clock.MoveTo(start);
        var tooLate = await desk.Withdraw.RunAsync(
            desk.Owner,
            again.Id,
            again.Revision,
            CancellationToken.None
        );

        Assert.Equal(["ProgramCannotBeWithdrawnAfterItStarted"], tooLate.Errors.Select(e => e.Code));
        Assert.Equal(ProgramStatus.Active, (await desk.ReadAsync(again.Id)).Status);
    }
}
