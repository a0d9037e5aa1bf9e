using SellerLoyaltyPortal.Features.Programs.Pages;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Pages;

public sealed class FirstAnswerTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task Wait_RenderedOnTheServer_GoesOnAfterAMoment()
    {
        var loading = new TaskCompletionSource();

        var waiting = FirstAnswer.WaitAsync(loading.Task, isInteractive: false, _clock);
        _clock.Advance(TimeSpan.FromMilliseconds(399));
        Assert.False(waiting.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        await waiting.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Wait_InACircuit_WaitsForAllOfIt()
    {
        var loading = new TaskCompletionSource();

        var waiting = FirstAnswer.WaitAsync(loading.Task, isInteractive: true, _clock);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(waiting.IsCompleted);
        loading.SetResult();

        await waiting;
    }

    [Fact]
    public async Task Wait_LoadingFails_IsTold() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            FirstAnswer.WaitAsync(
                Task.FromException(new InvalidOperationException()),
                isInteractive: false,
                _clock
            )
        );
}
