using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Purchases;

public sealed class LedgerSnapshotsTests : IDisposable
{
    private readonly PurchasesDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task GetAsync_EmptyLedger_IsEmpty()
    {
        var seller = await _desk.AddSellerAsync();
        var snapshot = await _desk.Snapshots().GetAsync(seller.Id, default);
        Assert.Equal((0, 0, null), (snapshot.Sequence, snapshot.LineCount, snapshot.FirstDay));
    }

    [Fact]
    public async Task GetAsync_NothingAppended_IsTheSameObject()
    {
        var seller = await _desk.AddSellerAsync();
        await _desk.Ledger.AppendAsync(seller.Id, [ANewLine.Of()], default);
        var snapshots = _desk.Snapshots();
        var first = await snapshots.GetAsync(seller.Id, default);
        Assert.Same(first, await snapshots.GetAsync(seller.Id, default));
        await _desk.Ledger.AppendAsync(seller.Id, [ANewLine.Of("L2")], default);
        var second = await snapshots.GetAsync(seller.Id, default);
        Assert.Equal((1, 2), (first.LineCount, second.LineCount));
    }

    [Fact]
    public async Task GetAsync_ManyCallersAtOnce_ShareOneLoad()
    {
        var seller = await _desk.AddSellerAsync();
        await _desk.Ledger.AppendAsync(seller.Id, [ANewLine.Of()], default);
        var snapshots = _desk.Snapshots();
        var all = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => Task.Run(() => snapshots.GetAsync(seller.Id, default)))
        );
        Assert.Single(all.Distinct());
    }

    [Fact]
    public async Task GetAsync_TwoSellers_SeeTheirOwnLinesOnly()
    {
        var (one, other) = (await _desk.AddSellerAsync("one"), await _desk.AddSellerAsync("other"));
        await _desk.Ledger.AppendAsync(one.Id, [ANewLine.Of("L1", "b1"), ANewLine.Of("L2", "b2")], default);
        await _desk.Ledger.AppendAsync(other.Id, [ANewLine.Of("L1", "b3")], default);
        var snapshots = _desk.Snapshots();
        var mine = await snapshots.GetAsync(one.Id, default);
        var theirs = await snapshots.GetAsync(other.Id, default);
        Assert.Equal((2, 1), (mine.LineCount, theirs.LineCount));
        Assert.False(mine.Columns.Buyers.TryFind(new BuyerId("b3"), out _));
        Assert.True(theirs.Columns.Buyers.TryFind(new BuyerId("b3"), out _));
    }

    [Fact]
    public async Task GetAsync_LateEvening_FallsOnTheSellersDay()
    {
        // 21:30 UTC is half past midnight in Moscow and still the day before in New York.
        var at = new DateTimeOffset(2026, 1, 10, 21, 30, 0, TimeSpan.Zero);
        var moscow = await _desk.AddSellerAsync("moscow", "Europe/Moscow");
        var newYork = await _desk.AddSellerAsync("new-york", "America/New_York");
        var snapshots = _desk.Snapshots();
        foreach (var (seller, day) in new[] { (moscow, 11), (newYork, 10) })
        {
            await _desk.Ledger.AppendAsync(seller.Id, [ANewLine.Of() with { BoughtAt = at }], default);
            Assert.Equal(DayNumber.Of(2026, 1, day), (await snapshots.GetAsync(seller.Id, default)).FirstDay);
        }
    }

    [Fact]
    public async Task GetAsync_NoRoomInTheCache_StillAnswersAll()
    {
        _desk.Options.SnapshotCacheMegabytes = 0;
        var (one, other) = (await _desk.AddSellerAsync("one"), await _desk.AddSellerAsync("other"));
        await _desk.Ledger.AppendAsync(one.Id, [ANewLine.Of()], default);
        var snapshots = _desk.Snapshots();
        var first = await snapshots.GetAsync(one.Id, default);
        Assert.Equal(0, (await snapshots.GetAsync(other.Id, default)).LineCount);
        Assert.NotSame(first, await snapshots.GetAsync(one.Id, default));
    }
}
