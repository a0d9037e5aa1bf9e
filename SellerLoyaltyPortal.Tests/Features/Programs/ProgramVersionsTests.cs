using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs;

public sealed class ProgramVersionsTests
{
    [Fact]
    public async Task OnDay_OverAWholeLife_IsTheVersionOfEachDay()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var active = await desk.ActiveAsync();
        var first = active.StartsOn!.Value;
        desk.Clock.MoveTo(desk.Owner.Calendar.StartOf(first + 4));
        var changed = await desk.Revise.RunAsync(
            desk.Owner,
            active.Id,
            active.Revision,
            ProgramDesk.Offer(3_000),
            CancellationToken.None
        );
        var last = first + 40;
        await desk.End.RunAsync(desk.Owner, active.Id, changed.Value.Revision, last, CancellationToken.None);

        for (var day = first - 3; day < last + 3; day += 1)
        {
            int? expected =
                day < first || day > last ? null
                : day < first + 5 ? 1
                : 2;
            var offer = await desk.OfferOnAsync(day);
            Assert.Equal(expected, offer?.Version);
            Assert.Equal(expected == 1 ? first + 4 : last, offer?.LastDay ?? last);
        }
    }

    [Fact]
    public async Task OnDay_WithdrawnAndLaunchedAgain_IsTheSecondLaunchOnly()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var scheduled = await desk.ScheduledAsync();
        var planned = scheduled.StartsOn!.Value;
        var draft = (
            await desk.Withdraw.RunAsync(desk.Owner, scheduled.Id, scheduled.Revision, CancellationToken.None)
        ).Value;

        Assert.Null(await desk.OfferOnAsync(planned));
        desk.Clock.Advance(TimeSpan.FromDays(3));
        await desk.Launch.RunAsync(desk.Owner, draft.Id, draft.Revision, CancellationToken.None);

        Assert.Null(await desk.OfferOnAsync(planned + 2));
        Assert.Equal(2, (await desk.OfferOnAsync(planned + 3))!.Version);
        var versions = await desk.Versions.OfAsync(desk.Owner, draft.Id, CancellationToken.None);
        Assert.Equal([false, true], versions.Select(v => v.NeverHeld));
    }

    [Fact]
    public async Task OnDay_ClockIsLate_DecidesByTheDay()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var scheduled = await desk.ScheduledAsync();
        desk.Clock.Advance(TimeSpan.FromDays(10));

        var offer = await desk.OfferOnAsync(scheduled.StartsOn!.Value + 5);

        Assert.Equal(1, offer!.Version);
        Assert.Equal(ProgramStatus.Scheduled, (await desk.ReadAsync(scheduled.Id)).Status);
    }

    [Fact]
    public async Task OnDay_OtherSeller_HasNothing()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var stranger = await desk.AddSellerAsync("stranger");
        var active = await desk.ActiveAsync();

        var theirs = await desk.Versions.OnDayAsync(
            stranger.SellerId,
            active.StartsOn!.Value,
            CancellationToken.None
        );

        Assert.Null(theirs);
        Assert.Empty(await desk.Versions.OfAsync(stranger, active.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Delete_DraftThatWasLaunchedOnce_IsAllowed()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var scheduled = await desk.ScheduledAsync();
        var draft = (
            await desk.Withdraw.RunAsync(desk.Owner, scheduled.Id, scheduled.Revision, CancellationToken.None)
        ).Value;

        var deleted = await desk.Delete.RunAsync(
            desk.Owner,
            draft.Id,
            draft.Revision,
            CancellationToken.None
        );

        Assert.True(deleted.IsSuccess);
        Assert.Empty(await desk.Versions.OfAsync(desk.Owner, draft.Id, CancellationToken.None));
    }
}
