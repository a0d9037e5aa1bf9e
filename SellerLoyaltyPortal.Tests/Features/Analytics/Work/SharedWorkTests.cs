using System.Collections.Concurrent;
using SellerLoyaltyPortal.Features.Analytics.Work;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Work;

public sealed class SharedWorkTests : IDisposable
{
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(5);

    private readonly FakeClock _clock = new();
    private readonly SharedWork _work;
    private int _started;

    public SharedWorkTests() => _work = new(slots: 1, Linger, _clock);

    [Fact]
    public async Task RunAsync_TheSameKeyTwice_RunsOnce()
    {
        var release = new TaskCompletionSource<int>();
        var first = RunAsync("a", release.Task);
        var second = RunAsync("a", release.Task);

        release.SetResult(7);

        Assert.Equal((7, 7), (await first, await second));
        Assert.Equal(1, _started);
    }

    [Fact]
    public async Task RunAsync_NoSlotLeft_WaitsForItsTurn()
    {
        var release = new TaskCompletionSource<int>();
        var first = RunAsync("a", release.Task);
        await UntilStartedAsync(1);
        var second = RunAsync("b", Task.FromResult(2));

        Assert.False(second.IsCompleted);
        release.SetResult(1);

        Assert.Equal((1, 2), (await first, await second));
    }

    [Fact]
    public async Task RunAsync_EverybodyLeft_EndsAfterAMoment()
    {
        using var leaving = new CancellationTokenSource();
        var ended = new TaskCompletionSource();
        var waiting = _work.RunAsync(
            "a",
            async (_, token) =>
            {
                Interlocked.Increment(ref _started);
                await using var registration = token.Register(ended.SetResult);
                await ended.Task;
                return 1;
            },
            null,
            leaving.Token
        );
        await UntilStartedAsync(1);

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.False(ended.Task.IsCompleted);
        _clock.Advance(Linger);

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task RunAsync_SomebodyComesBackInTime_GoesOn()
    {
        using var leaving = new CancellationTokenSource();
        var release = new TaskCompletionSource<int>();
        var first = RunAsync("a", release.Task, leaving.Token);
        await UntilStartedAsync(1);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        var second = RunAsync("a", release.Task);
        _clock.Advance(Linger);
        release.SetResult(3);

        Assert.Equal(3, await second);
        Assert.Equal(1, _started);
    }

    [Fact]
    public async Task RunAsync_Fails_TellsEverybodyAndIsForgotten()
    {
        var failing = new TaskCompletionSource<int>();
        var first = RunAsync("a", failing.Task);
        var second = RunAsync("a", failing.Task);
        failing.SetException(new InvalidOperationException("out of cheese"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        await Assert.ThrowsAsync<InvalidOperationException>(() => second);
        Assert.Equal(4, await RunAsync("a", Task.FromResult(4)));
    }

    [Fact]
    public async Task RunAsync_Progress_IsToldToThoseWhoJoinLater()
    {
        var (release, reported) = (new TaskCompletionSource(), new TaskCompletionSource());
        var (told, toldLate) = (new Recorder(), new Recorder());
        var first = _work.RunAsync(
            "a",
            async (report, _) =>
            {
                report.Report(new(WorkStage.Fitting, 0.5));
                reported.SetResult();
                await release.Task;
                return 1;
            },
            told,
            CancellationToken.None
        );
        await reported.Task;
        var second = _work.RunAsync("a", (_, _) => Task.FromResult(2), toldLate, CancellationToken.None);
        release.SetResult();

        Assert.Equal((1, 1), (await first, await second));
        Assert.Contains(new WorkProgress(WorkStage.Fitting, 0.5), told.Told);
        Assert.Equal(new WorkProgress(WorkStage.Fitting, 0.5), toldLate.Told.First());
    }

    public void Dispose() => _work.Dispose();

    private Task<int> RunAsync(string key, Task<int> result, CancellationToken cancellation = default) =>
        _work.RunAsync(
            key,
            (_, _) =>
            {
                Interlocked.Increment(ref _started);
                return result;
            },
            null,
            cancellation
        );

    private async Task UntilStartedAsync(int count)
    {
        while (Volatile.Read(ref _started) < count)
            await Task.Yield();
    }

    private sealed class Recorder : IProgress<WorkProgress>
    {
        public ConcurrentQueue<WorkProgress> Told { get; } = new();

        public void Report(WorkProgress value) => Told.Enqueue(value);
    }
}
