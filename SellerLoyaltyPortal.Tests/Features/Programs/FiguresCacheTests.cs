using SellerLoyaltyPortal.Features.Programs;

namespace SellerLoyaltyPortal.Tests.Features.Programs;

public sealed class FiguresCacheTests
{
    [Fact]
    public async Task Get_ManyAtOnce_MakesOnceForAll()
    {
        using var cache = new FiguresCache<int, string>(1_000, TimeSpan.FromMinutes(1));
        using var gate = new ManualResetEventSlim();
        var made = 0;

        var asked = Enumerable.Range(0, 5).Select(_ => AskAsync()).ToList();
        gate.Set();

        Assert.All(await Task.WhenAll(asked), value => Assert.Equal("made", value));
        Assert.Equal("made", await AskAsync());
        Assert.Equal(1, made);

        Task<string> AskAsync() =>
            cache
                .GetAsync(
                    1,
                    () =>
                    {
                        gate.Wait();
                        Interlocked.Increment(ref made);
                        return "made";
                    },
                    _ => 10,
                    CancellationToken.None
                )
                .AsTask();
    }

    [Fact]
    public async Task Get_OneLeaves_TheOthersGetIt()
    {
        using var cache = new FiguresCache<int, string>(1_000, TimeSpan.FromMinutes(1));
        using var gate = new ManualResetEventSlim();
        using var leaving = new CancellationTokenSource();
        var left = cache.GetAsync(1, Make, _ => 10, leaving.Token).AsTask();
        var stays = cache.GetAsync(1, Make, _ => 10, CancellationToken.None).AsTask();

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        gate.Set();

        Assert.Equal("made", await stays);

        string Make()
        {
            gate.Wait();
            return "made";
        }
    }

    [Fact]
    public async Task Get_MakingFails_IsToldAndTriedAgain()
    {
        using var cache = new FiguresCache<int, string>(1_000, TimeSpan.FromMinutes(1));

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            cache
                .GetAsync(1, () => throw new InvalidOperationException(), _ => 10, CancellationToken.None)
                .AsTask()
        );

        Assert.Equal("made", await cache.GetAsync(1, () => "made", _ => 10, CancellationToken.None));
    }
}
