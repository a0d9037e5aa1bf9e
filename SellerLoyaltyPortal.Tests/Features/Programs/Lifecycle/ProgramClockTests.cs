using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Programs.Lifecycle;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Lifecycle;

public sealed class ProgramClockTests
{
    [Fact]
    public async Task Start_StepFellDueWhileDown_IsTakenAtOnce()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var scheduled = await desk.ScheduledAsync();
        desk.Clock.Advance(TimeSpan.FromDays(3));
        var changed = Changed(desk);

        using var clock = NewClock(desk);
        await clock.StartAsync(CancellationToken.None);
        await changed;
        await clock.StopAsync(CancellationToken.None);

        Assert.Equal(ProgramStatus.Active, (await desk.ReadAsync(scheduled.Id)).Status);
    }

    [Fact]
    public async Task Run_TimePassesMidnight_ActivatesWithoutAnybodyAsking()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var scheduled = await desk.ScheduledAsync();
        var changed = Changed(desk);

        using var clock = NewClock(desk);
        await clock.StartAsync(CancellationToken.None);
        // The service sets its timer on its own thread, so time goes on until it has been heard.
        while (!changed.IsCompleted)
        {
            desk.Clock.Advance(TimeSpan.FromMinutes(10));
            await Task.Yield();
        }
        await clock.StopAsync(CancellationToken.None);

        Assert.Equal(ProgramStatus.Active, (await desk.ReadAsync(scheduled.Id)).Status);
    }

    private static ProgramClock NewClock(ProgramDesk desk) =>
        new(
            desk.Due,
            desk.Clock,
            Options.Create(new ProgramClockOptions()),
            NullLogger<ProgramClock>.Instance
        );

    private static Task Changed(ProgramDesk desk)
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        desk.Notifier.Subscribe(desk.Owner.SellerId, () => heard.TrySetResult());
        return heard.Task;
    }
}
