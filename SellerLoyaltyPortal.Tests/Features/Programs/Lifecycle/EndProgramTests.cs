using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Lifecycle;

public sealed class EndProgramTests
{
    [Fact]
    public async Task Run_BeforeDayThirty_IsRefusedWithTheFirstAllowedDay()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var active = await desk.ActiveAsync();
        var first = active.StartsOn!.Value;

        for (var day = 0; day < 29; day++)
        {
            var result = await EndAsync(desk, active, first + day);
            var error = Assert.Single(result.Errors);
            Assert.Equal("ProgramCannotEndBeforeMinimumLife", error.Code);
            Assert.Equal([first + 29], error.Arguments);
        }
        Assert.Equal(active, await desk.ReadAsync(active.Id));
    }

    [Fact]
    public async Task Run_DayThirtyFromTheStart_StaysActiveThroughThatDayAndEndsAfterIt()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var active = await desk.ActiveAsync();
        var last = active.StartsOn!.Value + 29;

        var ending = (await EndAsync(desk, active, last)).Value;

        Assert.Equal(ProgramStatus.Ending, ending.Status);
        var over = desk.Owner.Calendar.StartOf(last + 1);
        desk.Clock.MoveTo(over.AddMilliseconds(-1));
        await desk.Due.RunAsync(CancellationToken.None);
        Assert.Equal(ProgramStatus.Ending, (await desk.ReadAsync(active.Id)).Status);
        desk.Clock.MoveTo(over);
        await desk.Due.RunAsync(CancellationToken.None);
        Assert.Equal(ProgramStatus.Ended, (await desk.ReadAsync(active.Id)).Status);
    }

    [Fact]
    public async Task Run_MinimumLifeOver_TodayIsAllowedAndYesterdayIsNot()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var active = await desk.ActiveAsync();
        desk.Clock.Advance(TimeSpan.FromDays(100));
        var today = desk.Owner.Calendar.DayOf(desk.Clock.GetUtcNow());

        var past = await EndAsync(desk, active, today - 1);
        var now = await EndAsync(desk, active, today);

        Assert.Equal(["LastDayIsPast"], past.Errors.Select(e => e.Code));
        Assert.Equal(today, now.Value.LastDay);
    }

    [Fact]
    public async Task Run_OwnLongerMinimum_CountsInsteadOfTheLeast()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var draft = (
            await desk.Save.RunAsync(
                desk.Owner,
                new(null, null, "Ninety", ProgramDesk.Offer(), 90),
                CancellationToken.None
            )
        ).Value;
        await desk.Launch.RunAsync(desk.Owner, draft.Id, draft.Revision, CancellationToken.None);
        desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.Due.RunAsync(CancellationToken.None);
        var active = await desk.ReadAsync(draft.Id);

        var early = await EndAsync(desk, active, active.StartsOn!.Value + 88);

        Assert.Equal(["ProgramCannotEndBeforeMinimumLife"], early.Errors.Select(e => e.Code));
        Assert.True((await EndAsync(desk, active, active.StartsOn!.Value + 89)).IsSuccess);
    }

    [Fact]
    public async Task Run_OptionLockLongerThanTheMinimumLife_IsRefusedByItsOwnName()
    {
        using var desk = await ProgramDesk.OpenAsync();
        await desk.LockOptionAsync(90);
        var active = await desk.ActiveAsync();
        var first = active.StartsOn!.Value;

        var inLife = await EndAsync(desk, active, first + 28);
        var afterLife = await EndAsync(desk, active, first + 29);
        var lastLocked = await EndAsync(desk, active, first + 88);
        var free = await EndAsync(desk, active, first + 89);

        Assert.Equal(first + 89, active.EarliestLastDay);
        Assert.Equal(["ProgramCannotEndBeforeMinimumLife"], inLife.Errors.Select(e => e.Code));
        Assert.Equal([first + 89], inLife.Errors[0].Arguments);
        Assert.Equal(["ProgramCannotEndBeforeOptionLock"], afterLife.Errors.Select(e => e.Code));
        Assert.Equal([first + 89, 90], lastLocked.Errors[0].Arguments);
        Assert.Equal(ProgramStatus.Ending, free.Value.Status);
    }

    [Fact]
    public async Task Run_LockChangedAfterTheLaunch_TheOneOfTheLaunchHolds()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var active = await desk.ActiveAsync();
        await desk.LockOptionAsync(90);

        var result = await EndAsync(desk, active, active.StartsOn!.Value + 29);

        Assert.Null(active.OptionLockDays);
        Assert.True(result.IsSuccess);
    }

    private static Task<Result<ProgramDetails>> EndAsync(
        ProgramDesk desk,
        ProgramDetails program,
        DayNumber lastDay
    ) => desk.End.RunAsync(desk.Owner, program.Id, program.Revision, lastDay, CancellationToken.None);
}
