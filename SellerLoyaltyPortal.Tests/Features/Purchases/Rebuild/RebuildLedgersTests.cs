using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Features.Purchases.Rebuild;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Purchases.Rebuild;

public sealed class RebuildLedgersTests
{
    [Fact]
    public async Task Run_SoundLedgers_ChangesNothing()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var today = desk.Owner.Calendar.DayOf(desk.Clock.GetUtcNow());
        await desk.BuyAsync("a", today, 100);
        await desk.BuyAsync("b", today, 200);
        await desk.AddSellerAsync("empty");

        var rebuilt = await RunAsync(desk);

        Assert.Equal(
            [
                new RebuiltLedger("desk-seller", 2, 2, Mended: false),
                new RebuiltLedger("empty", 0, 0, Mended: false),
            ],
            rebuilt
        );
    }

    [Fact]
    public async Task Run_HeadThatIsWrong_IsMadeAnewFromTheLines()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var today = desk.Owner.Calendar.DayOf(desk.Clock.GetUtcNow());
        await desk.BuyAsync("a", today - 2, 100);
        await desk.BuyAsync("a", today, 100);
        var before = await HeadAsync(desk);
        await using (var context = desk.Contexts.ForSeller(desk.Owner.SellerId))
            await context
                .Set<LedgerHead>()
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(h => h.CurrentLines, 77)
                        .SetProperty(h => h.Buyers, 77)
                        .SetProperty(h => h.Sequence, 1)
                        .SetProperty(h => h.LastBoughtAt, (DateTimeOffset?)null)
                );

        var rebuilt = await RunAsync(desk);

        Assert.Equal([new RebuiltLedger("desk-seller", 2, 1, Mended: true)], rebuilt);
        var after = await HeadAsync(desk);
        Assert.Equal(
            (before.CurrentLines, before.Buyers, before.FirstBoughtAt, before.LastBoughtAt),
            (after.CurrentLines, after.Buyers, after.FirstBoughtAt, after.LastBoughtAt)
        );
        Assert.True(after.Sequence > before.Sequence);
        Assert.Equal(after.Sequence, after.RewrittenAtSequence);
        Assert.All(await RunAsync(desk), ledger => Assert.False(ledger.Mended));
    }

    private static async Task<List<RebuiltLedger>> RunAsync(ProgramDesk desk)
    {
        var rebuilt = new List<RebuiltLedger>();
        await foreach (var ledger in new RebuildLedgers(desk.Contexts, desk.Snapshots).RunAsync(default))
            rebuilt.Add(ledger);
        return rebuilt;
    }

    private static async Task<LedgerHead> HeadAsync(ProgramDesk desk)
    {
        await using var context = desk.Contexts.ForSeller(desk.Owner.SellerId);
        return await context.Set<LedgerHead>().AsNoTracking().SingleAsync();
    }
}
