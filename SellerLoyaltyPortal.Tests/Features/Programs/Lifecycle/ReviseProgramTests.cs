using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Lifecycle;

public sealed class ReviseProgramTests
{
    [Fact]
    public async Task Run_OnARunningProgram_HoldsFromTheNextDayAndNotBefore()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var active = await desk.ActiveAsync();
        var today = desk.Owner.Calendar.DayOf(desk.Clock.GetUtcNow());

        var revised = (await ReviseAsync(desk, active, ProgramDesk.Offer(3_000, 15))).Value;

        Assert.Equal(ProgramDesk.Offer(), revised.Mechanic);
        Assert.Equal(new UpcomingVersion(2, today + 1, ProgramDesk.Offer(3_000, 15)), revised.Next);
        Assert.Equal(1, (await desk.OfferOnAsync(today))!.Version);
        Assert.Equal(today, (await desk.OfferOnAsync(today))!.LastDay);
        Assert.Equal(2, (await desk.OfferOnAsync(today + 1))!.Version);
        desk.Clock.MoveTo(desk.Owner.Calendar.StartOf(today + 1).AddMilliseconds(-1));
        await desk.Due.RunAsync(CancellationToken.None);
        Assert.Equal(revised, await desk.ReadAsync(active.Id));
        desk.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await desk.Due.RunAsync(CancellationToken.None);
        var after = await desk.ReadAsync(active.Id);
        Assert.Equal(
            (2, ProgramDesk.Offer(3_000, 15), null),
            (after.Version, (ThresholdDiscount)after.Mechanic, after.Next)
        );
        Assert.Equal(ProgramStep.VersionTookEffect, (await desk.StepsAsync(active.Id))[^1].Step);
    }

    [Fact]
    public async Task Run_TwiceOnADay_TheSecondTakesThePlaceOfTheFirst()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var active = await desk.ActiveAsync();
        var tomorrow = desk.Owner.Calendar.DayOf(desk.Clock.GetUtcNow()) + 1;

        var first = (await ReviseAsync(desk, active, ProgramDesk.Offer(3_000, 15))).Value;
        var second = (await ReviseAsync(desk, first, ProgramDesk.Offer(4_000, 12))).Value;

        Assert.Equal(3, second.Next!.Number);
        Assert.Equal(ProgramDesk.Offer(4_000, 12), (await desk.OfferOnAsync(tomorrow))!.Mechanic);
        var versions = await desk.Versions.OfAsync(desk.Owner, active.Id, CancellationToken.None);
        Assert.Equal([3, 2, 1], versions.Select(v => v.Number));
        Assert.Equal([false, true, false], versions.Select(v => v.NeverHeld));
        Assert.Equal([null, null, tomorrow - 1], versions.Select(v => v.Until));
    }

    [Fact]
    public async Task Run_BackToThePresentOffer_UndoesTheChange()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var active = await desk.ActiveAsync();
        var changed = (await ReviseAsync(desk, active, ProgramDesk.Offer(3_000, 15))).Value;

        var undone = await ReviseAsync(desk, changed, ProgramDesk.Offer());

        Assert.True(undone.IsSuccess);
        desk.Clock.Advance(TimeSpan.FromDays(2));
        await desk.Due.RunAsync(CancellationToken.None);
        Assert.Equal(ProgramDesk.Offer(), (await desk.ReadAsync(active.Id)).Mechanic);
    }

    [Fact]
    public async Task Run_WithWhatHoldsAnyway_IsRefused()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var active = await desk.ActiveAsync();

        var same = await ReviseAsync(desk, active, ProgramDesk.Offer());

        Assert.Equal(["ChangeChangesNothing"], same.Errors.Select(e => e.Code));
        Assert.Equal(active, await desk.ReadAsync(active.Id));
    }

    [Fact]
    public async Task Run_OutsideTheLimits_IsRefusedWithAllReasons()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var active = await desk.ActiveAsync();

        var result = await ReviseAsync(desk, active, ProgramDesk.Offer(50, 90));

        Assert.Equal(["ThresholdOutOfLimits", "DiscountOutOfLimits"], result.Errors.Select(e => e.Code));
    }

    [Theory]
    [InlineData(6_000, 10, true)]
    [InlineData(5_000, 9, true)]
    [InlineData(4_000, 10, false)]
    [InlineData(5_000, 11, false)]
    public async Task Run_WorseInTheMinimumLife_IsRefusedWhereTheMarketplaceSaysSo(
        int threshold,
        int discount,
        bool isWorse
    )
    {
        using var desk = await ProgramDesk.OpenAsync();
        var active = await desk.ActiveAsync();
        desk.Limits.MayWorsenInMinimumLife = false;

        var result = await ReviseAsync(desk, active, ProgramDesk.Offer(threshold, discount));

        Assert.Equal(isWorse ? ["OfferCannotWorsenInMinimumLife"] : [], result.Errors.Select(e => e.Code));
    }

    [Fact]
    public async Task Run_WorseFromTheDayAfterTheMinimumLife_IsAllowed()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var active = await desk.ActiveAsync();
        desk.Limits.MayWorsenInMinimumLife = false;

        desk.Clock.MoveTo(desk.Owner.Calendar.StartOf(active.MinimumLifeEnds!.Value));
        var onTheLastDay = await ReviseAsync(desk, active, ProgramDesk.Offer(6_000));

        Assert.True(onTheLastDay.IsSuccess);
    }

    [Fact]
    public async Task Run_ByAnAnalystOrOfAnotherSeller_IsRefused()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var active = await desk.ActiveAsync();
        var stranger = await desk.AddSellerAsync("stranger");

        var theirs = await desk.Revise.RunAsync(
            stranger,
            active.Id,
            active.Revision,
            ProgramDesk.Offer(3_000),
            CancellationToken.None
        );
        await desk.RemoveMemberAsync(desk.Owner);
        var removed = await ReviseAsync(desk, active, ProgramDesk.Offer(3_000));

        Assert.Equal(["ProgramNotFound"], theirs.Errors.Select(e => e.Code));
        Assert.Equal(["OwnerRightsNeeded"], removed.Errors.Select(e => e.Code));
    }

    [Fact]
    public async Task Run_EndDecidedForToday_TheWaitingVersionNeverHolds()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var active = await desk.ActiveAsync();
        desk.Clock.MoveTo(desk.Owner.Calendar.StartOf(active.EarliestLastDay!.Value));
        var today = active.EarliestLastDay.Value;
        var changed = (await ReviseAsync(desk, active, ProgramDesk.Offer(3_000))).Value;

        await desk.End.RunAsync(desk.Owner, active.Id, changed.Revision, today, CancellationToken.None);
        desk.Clock.Advance(TimeSpan.FromDays(5));
        await desk.Due.RunAsync(CancellationToken.None);

        var ended = await desk.ReadAsync(active.Id);
        Assert.Equal((ProgramStatus.Ended, 1), (ended.Status, ended.Version));
        Assert.Equal(1, (await desk.OfferOnAsync(today))!.Version);
        Assert.Null(await desk.OfferOnAsync(today + 1));
        Assert.True(
            (await desk.Versions.OfAsync(desk.Owner, active.Id, CancellationToken.None))[0].NeverHeld
        );
    }

    [Fact]
    public async Task Run_PortalDownOverChangeAndEnd_TakesTheStepsInOrder()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var active = await desk.ActiveAsync();
        var changed = (await ReviseAsync(desk, active, ProgramDesk.Offer(3_000))).Value;
        await desk.End.RunAsync(
            desk.Owner,
            active.Id,
            changed.Revision,
            active.EarliestLastDay!.Value,
            CancellationToken.None
        );
        desk.Clock.Advance(TimeSpan.FromDays(100));

        await desk.Due.RunAsync(CancellationToken.None);

        Assert.Equal(
            [ProgramStep.Changed, ProgramStep.EndDecided, ProgramStep.VersionTookEffect, ProgramStep.Ended],
            (await desk.StepsAsync(active.Id)).Select(s => s.Step).TakeLast(4)
        );
    }

    private static Task<Result<ProgramDetails>> ReviseAsync(
        ProgramDesk desk,
        ProgramDetails program,
        Mechanic mechanic
    ) => desk.Revise.RunAsync(desk.Owner, program.Id, program.Revision, mechanic, CancellationToken.None);
}
