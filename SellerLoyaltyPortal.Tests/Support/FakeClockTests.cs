namespace SellerLoyaltyPortal.Tests.Support;

public sealed class FakeClockTests
{
    [Fact]
    public void Advance_PassesTimers_FiresThemInOrderAtTheirOwnTimes()
    {
        var clock = new FakeClock();
        var fired = new List<(string Name, TimeSpan After)>();
        void Note(string name) => fired.Add((name, clock.GetUtcNow() - FakeClock.DefaultStart));
        using var late = clock.CreateTimer(
            _ => Note("late"),
            null,
            TimeSpan.FromMinutes(3),
            Timeout.InfiniteTimeSpan
        );
        using var periodic = clock.CreateTimer(
            _ => Note("periodic"),
            null,
            TimeSpan.FromMinutes(1),
            TimeSpan.FromMinutes(2)
        );

        clock.Advance(TimeSpan.FromMinutes(4));

        Assert.Equal(
            [
                ("periodic", TimeSpan.FromMinutes(1)),
                ("late", TimeSpan.FromMinutes(3)),
                ("periodic", TimeSpan.FromMinutes(3)),
            ],
            fired.OrderBy(f => f.After).ThenBy(f => f.Name, StringComparer.Ordinal)
        );
        Assert.Equal(FakeClock.DefaultStart.AddMinutes(4), clock.GetUtcNow());
    }

    [Fact]
    public void Advance_TimerDisposed_DoesNotFire()
    {
        var clock = new FakeClock();
        var fired = 0;
        clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)).Dispose();

        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(0, fired);
    }

    [Fact]
    public async Task Advance_PeriodicTimerWaits_ItsTickCompletes()
    {
        var clock = new FakeClock();
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        var tick = timer.WaitForNextTickAsync().AsTask();
        Assert.False(tick.IsCompleted);

        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True(await tick);
    }

    [Fact]
    public void MoveTo_Backwards_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new FakeClock().MoveTo(FakeClock.DefaultStart.AddTicks(-1))
        );
}
