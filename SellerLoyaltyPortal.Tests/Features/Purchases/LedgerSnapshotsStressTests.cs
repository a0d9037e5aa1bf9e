using System.Globalization;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Purchases;

/// <summary>One writer appends to the stored ledger while many ask for it and check that what they get is whole.</summary>
public sealed class LedgerSnapshotsStressTests : IDisposable
{
    private const int Readers = 100;
    private const int Appends = 40;

    private readonly PurchasesDesk _desk = new();
    private readonly LedgerSnapshots _snapshots;

    public LedgerSnapshotsStressTests() => _snapshots = _desk.Snapshots();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task GetAsync_WhileLinesAreAppended_ShowsWholeAppendsOnly()
    {
        var seller = (await _desk.AddSellerAsync()).Id;
        await AppendAsync(seller, 0);
        using var done = new CancellationTokenSource();
        var readers = Enumerable
            .Range(0, Readers)
            .Select(_ => Task.Run(() => ReadAsync(seller, done.Token)))
            .ToList();
        for (var append = 1; append < Appends; append++)
            await AppendAsync(seller, append);
        await done.CancelAsync();
        var seen = await Task.WhenAll(readers);
        Assert.All(seen, s => Assert.Equal(3L * Appends, s));
    }

    // Each append moves a unit from one line to another by correcting both, and adds a line for nothing.
    private async Task AppendAsync(SellerId seller, int append) =>
        await _desk.Ledger.AppendAsync(
            seller,
            [
                ANewLine.Of("from", "giver", 1_000 - append, append + 1),
                ANewLine.Of("to", "taker", 1_000 + append, append + 1),
                ANewLine.Of("N" + append.ToString(CultureInfo.InvariantCulture), "other", 0),
            ],
            default
        );

    private async Task<long> ReadAsync(SellerId seller, CancellationToken done)
    {
        var seen = 0L;
        for (var last = false; !last; )
        {
            // What was appended before the question is in the answer, so the last round sees everything.
            last = done.IsCancellationRequested;
            var snapshot = await _snapshots.GetWholeAsync(seller, CancellationToken.None);
            Assert.True(snapshot.Sequence >= seen);
            seen = snapshot.Sequence;
            var (appends, rest) = Math.DivRem(seen, 3);
            Assert.Equal((0L, appends + 2), (rest, (long)snapshot.LineCount));
            var columns = snapshot.Columns;
            var state = EligibilityState.Of(columns, EligibilityRule.Default, snapshot.LastDay!.Value);
            Assert.Equal((3, Money.FromUnits(2_000)), (state.Curve.Buyers, state.Curve.Revenue));
            Assert.True(columns.Buyers.TryFind(new BuyerId("taker"), out var taker));
            Assert.Equal(Money.FromUnits(1_000 + appends - 1), state.Totals.Of(taker));
        }
        return seen;
    }
}
