using SellerLoyaltyPortal.Features.Programs.Pages;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Pages;

public sealed class AddressKeeperTests
{
    private readonly FakeClock _clock = new();
    private readonly List<string> _replaced = [];

    [Fact]
    public async Task Remember_ManyInAPause_TheFirstAtOnceAndTheLastAfterIt()
    {
        using var keeper = Keeper();

        for (var i = 0; i < 50; i++)
            await keeper.RememberAsync($"{i}");
        Assert.Equal(["0"], _replaced);
        _clock.Advance(AddressKeeper.Pause);

        Assert.Equal(["0", "49"], _replaced);
    }

    [Fact]
    public async Task Remember_OverALongDrag_OneAPauseAndNoneLost()
    {
        using var keeper = Keeper();

        for (var i = 0; i < 100; i++)
        {
            await keeper.RememberAsync($"{i}");
            _clock.Advance(TimeSpan.FromMilliseconds(10));
        }
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.InRange(_replaced.Count, 6, 8);
        Assert.Equal("99", _replaced[^1]);
        await keeper.RememberAsync("later");
        Assert.Equal("later", _replaced[^1]);
    }

    [Fact]
    public async Task Dispose_WithOneWaiting_ReplacesNothingMore()
    {
        var keeper = Keeper();
        await keeper.RememberAsync("first");
        await keeper.RememberAsync("second");

        keeper.Dispose();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await keeper.RememberAsync("third");

        Assert.Equal(["first"], _replaced);
    }

    private AddressKeeper Keeper() =>
        new(
            address =>
            {
                _replaced.Add(address);
                return Task.CompletedTask;
            },
            _clock
        );
}
