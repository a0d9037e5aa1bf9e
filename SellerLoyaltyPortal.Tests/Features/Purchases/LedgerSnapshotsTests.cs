using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Features.Eligibility;

namespace SellerLoyaltyPortal.Tests.Features.Purchases;

public sealed class LedgerSnapshotsTests : IDisposable
{
    private readonly PurchasesDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task GetAsync_EmptyLedger_IsEmpty()
    {
        var seller = await _desk.AddSellerAsync();
        var snapshot = await _desk.Snapshots().GetWholeAsync(seller.Id, default);
        Assert.Equal((0, 0, null), (snapshot.Sequence, snapshot.LineCount, snapshot.FirstDay));
    }

    [Fact]
    public async Task GetAsync_NothingAppended_IsTheSameObject()
    {
        var seller = await _desk.AddSellerAsync();
        await _desk.Ledger.AppendAsync(seller.Id, [ANewLine.Of()], default);
        var snapshots = _desk.Snapshots();
        var first = await snapshots.GetWholeAsync(seller.Id, default);
        Assert.Same(first, await snapshots.GetWholeAsync(seller.Id, default));
        await _desk.Ledger.AppendAsync(seller.Id, [ANewLine.Of("L2")], default);
        var second = await snapshots.GetWholeAsync(seller.Id, default);
        Assert.Equal((1, 2), (first.LineCount, second.LineCount));
    }

    [Fact]
    public async Task GetAsync_ManyCallersAtOnce_ShareOneLoad()
    {
        var seller = await _desk.AddSellerAsync();
        await _desk.Ledger.AppendAsync(seller.Id, [ANewLine.Of()], default);
        var snapshots = _desk.Snapshots();
        var all = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => Task.Run(() => snapshots.GetWholeAsync(seller.Id, default)))
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
        var mine = await snapshots.GetWholeAsync(one.Id, default);
        var theirs = await snapshots.GetWholeAsync(other.Id, default);
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
            Assert.Equal(
                DayNumber.Of(2026, 1, day),
                (await snapshots.GetWholeAsync(seller.Id, default)).FirstDay
            );
        }
    }

    [Fact]
    public async Task GetAsync_NoRoomInTheCache_StillAnswersAll()
    {
        _desk.Options.SnapshotCacheMegabytes = 0;
        var (one, other) = (await _desk.AddSellerAsync("one"), await _desk.AddSellerAsync("other"));
        await _desk.Ledger.AppendAsync(one.Id, [ANewLine.Of()], default);
        var snapshots = _desk.Snapshots();
        var first = await snapshots.GetWholeAsync(one.Id, default);
        Assert.Equal(0, (await snapshots.GetWholeAsync(other.Id, default)).LineCount);
        Assert.NotSame(first, await snapshots.GetWholeAsync(one.Id, default));
    }

    [Fact]
    public async Task GetAsync_AfterEachAppend_EqualsALoad()
    {
        var seller = await _desk.AddSellerAsync(timeZone: "America/New_York");
        var random = new Random(71);
        var kept = _desk.Snapshots();
        var versions = new Dictionary<string, int>(StringComparer.Ordinal);
        LedgerSnapshot? before = null;
        for (var round = 0; round < 25; round++)
        {
            var lines = new List<NewPurchaseLine>();
            for (var i = 0; i < 1 + random.Next(30); i++)
            {
                // Few ids, so that many lines correct others, some twice in a batch, and orders grow.
                var id = "L" + random.Next(150).ToString(CultureInfo.InvariantCulture);
                // One version between is left out, and now and then comes late.
                versions[id] = versions.GetValueOrDefault(id) + 2;
                lines.Add(ANewLine.AtRandom(random, id, versions[id]));
                if (random.Next(8) == 0)
                    lines.Add(ANewLine.AtRandom(random, id, versions[id] - 1));
            }
            var outcomes = await _desk.Ledger.AppendAsync(seller.Id, lines, default);
            Assert.DoesNotContain(AppendOutcome.Conflict, outcomes);
            var carried = await kept.GetWholeAsync(seller.Id, default);
            var loaded = await _desk.Snapshots().GetWholeAsync(seller.Id, default);
            Assert.True(loaded.Columns.ContentEquals(carried.Columns));
            Assert.Equal(
                (loaded.Sequence, loaded.LineCount, loaded.FirstDay, loaded.LastDay),
                (carried.Sequence, carried.LineCount, carried.FirstDay, carried.LastDay)
            );
            Assert.Equal(loaded.Columns.BuyerCount, carried.Columns.BuyerCount);
            // What was loaded first is still there: it was added to, not loaded again.
            Assert.True(before is null || ReferenceEquals(before.Columns.Lines, carried.Columns.Lines));
            before = carried;
        }
    }

    [Fact]
    public async Task GetAsync_AfterAnUndo_LoadsAnew()
    {
        var seller = await _desk.AddSellerAsync();
        await _desk.Ledger.AppendAsync(seller.Id, [ANewLine.Of("L1"), ANewLine.Of("L2")], default);
        var snapshots = _desk.Snapshots();
        var before = await snapshots.GetWholeAsync(seller.Id, default);
        await using (var context = _desk.File.Contexts.ForSeller(seller.Id))
        {
            // What an undo does: takes rows away, and says so.
            await context.Set<PurchaseLine>().Where(l => l.LineId == "L1").ExecuteDeleteAsync();
            var head = await context.Set<LedgerHead>().SingleAsync();
            head.Sequence++;
            head.CurrentLines--;
            head.RewrittenAtSequence = head.Sequence;
            await context.SaveChangesAsync();
        }
        var after = await snapshots.GetWholeAsync(seller.Id, default);
        Assert.Equal((2, 1, 3L), (before.LineCount, after.LineCount, after.Sequence));
    }

    [Fact]
    public async Task GetAsync_MuchAppended_LoadsAnewAndStaysRight()
    {
        var seller = await _desk.AddSellerAsync();
        await _desk.Ledger.AppendAsync(seller.Id, [ANewLine.Of()], default);
        var snapshots = _desk.Snapshots();
        var before = await snapshots.GetWholeAsync(seller.Id, default);
        var random = new Random(72);
        await _desk.Ledger.AppendAsync(
            seller.Id,
            Enumerable
                .Range(0, 120_000)
                .Select(i => ANewLine.AtRandom(random, "M" + i.ToString(CultureInfo.InvariantCulture), 1)),
            default
        );
        var after = await snapshots.GetWholeAsync(seller.Id, default);
        Assert.NotSame(before.Columns.Lines, after.Columns.Lines);
        Assert.Equal(120_001, after.LineCount);
        // A small append on top of what two connections have loaded: orders still get the numbers of a load.
        await _desk.Ledger.AppendAsync(
            seller.Id,
            [ANewLine.AtRandom(random, "M5", 2), ANewLine.AtRandom(random, "N", 1)],
            default
        );
        var carried = await snapshots.GetWholeAsync(seller.Id, default);
        Assert.Same(after.Columns.Lines, carried.Columns.Lines);
        Assert.True(
            (await _desk.Snapshots().GetWholeAsync(seller.Id, default)).Columns.ContentEquals(carried.Columns)
        );
    }

    [Fact]
    public async Task GetAsync_SameLinesCorrectedAgainAndAgain_AreCarriedOnThoughMoreThanTheLedgerHas()
    {
        var seller = await _desk.AddSellerAsync();
        var snapshots = _desk.Snapshots();
        var random = new Random(78);
        var version = 0;
        // A load reads all versions: five times as many rows as lines that hold.
        for (; version < 5; version++)
            await CorrectAllAsync();
        var before = await snapshots.GetWholeAsync(seller.Id, default);
        await CorrectAllAsync();
        var after = await snapshots.GetWholeAsync(seller.Id, default);
        Assert.Same(before.Columns.Lines, after.Columns.Lines);
        Assert.Equal((22_000, 22_000), (before.LineCount, after.LineCount));
        Assert.True(
            (await _desk.Snapshots().GetWholeAsync(seller.Id, default)).Columns.ContentEquals(after.Columns)
        );

        Task CorrectAllAsync() =>
            _desk.Ledger.AppendAsync(
                seller.Id,
                Enumerable
                    .Range(0, 22_000)
                    .Select(i =>
                        ANewLine.AtRandom(random, "L" + i.ToString(CultureInfo.InvariantCulture), version + 1)
                    ),
                default
            );
    }

    [Fact]
    public async Task GetAsync_MoreSellersThanFit_DropsTheLeastRecentlyUsedAndBringsThemBack()
    {
        _desk.Options.SnapshotCacheMegabytes = 1;
        var sellers = new List<SellerId>();
        var random = new Random(73);
        for (var i = 0; i < 12; i++)
        {
            var seller = await _desk.AddSellerAsync("seller-" + i.ToString(CultureInfo.InvariantCulture));
            sellers.Add(seller.Id);
            await _desk.Ledger.AppendAsync(
                seller.Id,
                Enumerable
                    .Range(0, 6_000)
                    .Select(n =>
                        ANewLine.AtRandom(random, "L" + n.ToString(CultureInfo.InvariantCulture), 1)
                    ),
                default
            );
        }
        var snapshots = _desk.Snapshots();
        var firsts = new List<LedgerSnapshot>();
        foreach (var seller in sellers)
        {
            firsts.Add(await snapshots.GetWholeAsync(seller, default));
            Assert.InRange(snapshots.Bytes, 1, 1_048_576);
        }
        Assert.Same(firsts[^1], await snapshots.GetWholeAsync(sellers[^1], default));
        Assert.Same(firsts[^2], await snapshots.GetWholeAsync(sellers[^2], default));
        var again = await snapshots.GetWholeAsync(sellers[0], default);
        Assert.NotSame(firsts[0], again);
        Assert.True(firsts[0].Columns.ContentEquals(again.Columns));
        // Asked for a moment ago, so not the one that went.
        Assert.Same(firsts[^2], await snapshots.GetWholeAsync(sellers[^2], default));
        Assert.InRange(snapshots.Bytes, 1, 1_048_576);
        // Nor one that lookups answer from, who do not ask for it again.
        for (var i = 1; i < sellers.Count - 2; i++)
        {
            snapshots.MarkUsed(sellers[^2]);
            await snapshots.GetWholeAsync(sellers[i], default);
        }
        Assert.Same(firsts[^2], await snapshots.GetWholeAsync(sellers[^2], default));
    }

    [Fact]
    public async Task GetAsync_ColumnsWrittenOutForOtherRules_CountAgainstTheRoom()
    {
        _desk.Options.SnapshotCacheMegabytes = 1;
        var random = new Random(74);
        var (sellers, kept) = (new List<SellerId>(), new List<LedgerSnapshot>());
        var snapshots = _desk.Snapshots();
        // As many as fit, with a little room left.
        while (snapshots.Bytes < 700_000)
        {
            var seller = await _desk.AddSellerAsync(
                "seller-" + sellers.Count.ToString(CultureInfo.InvariantCulture)
            );
            sellers.Add(seller.Id);
            await _desk.Ledger.AppendAsync(
                seller.Id,
                Enumerable
                    .Range(0, 6_000)
                    .Select(n =>
                        ANewLine.AtRandom(random, "L" + n.ToString(CultureInfo.InvariantCulture), 1)
                    ),
                default
            );
            kept.Add(await snapshots.GetWholeAsync(seller.Id, default));
        }
        var last = kept[^1];
        foreach (var rule in NaiveEligibility.AllRules(365))
            BuyerTotalsCalculator.Calculate(last.Columns, rule, last.LastDay!.Value);
        Assert.True(snapshots.Bytes > 1_048_576);

        Assert.Same(last, await snapshots.GetWholeAsync(sellers[^1], default));
        Assert.InRange(snapshots.Bytes, last.Columns.Bytes, 1_048_576);
        var again = await snapshots.GetWholeAsync(sellers[0], default);
        Assert.NotSame(kept[0], again);
        Assert.True(kept[0].Columns.ContentEquals(again.Columns));
    }
}
