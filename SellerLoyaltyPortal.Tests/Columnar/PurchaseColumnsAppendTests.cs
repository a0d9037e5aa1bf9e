using FsCheck;
using FsCheck.Fluent;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Columnar;

public sealed class PurchaseColumnsAppendTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void Append_AnyHistory_EqualsAReplayFromScratch() =>
        Prop.ForAll(
                LedgerArbitrary.Histories,
                batches =>
                {
                    var ledger = new VersionedLedger();
                    var columns = SeededLedgers.Columns([]);
                    foreach (var batch in batches)
                    {
                        columns = columns.Append(ledger.Apply(batch), columns.LedgerSequence + batch.Length);
                        if (batch.Length == 3)
                            columns = columns.Compact();
                    }
                    // From scratch: other order, every event twice.
                    var events = batches.SelectMany(b => b).ToArray();
                    var replay = new VersionedLedger();
                    replay.Apply(events.Reverse().Concat(events));
                    var scratch = WithEveryBuyer(replay.Lines, events);
                    Assert.True(columns.ContentEquals(scratch));
                    Assert.Equal(events.Length, columns.LedgerSequence);
                    Assert.Equal(scratch.LineCount, columns.LineCount);
                    Assert.Equal(scratch.FirstDay, columns.FirstDay);
                    Assert.Equal(scratch.LastDay, columns.LastDay);
                }
            )
            .Check(Runs);

    [Theory]
    [InlineData(PurchaseColumnSet.SellerPrice)]
    [InlineData(PurchaseColumnSet.ListPrice | PurchaseColumnSet.Orders)]
    [InlineData(PurchaseColumnSet.All)]
    public void Append_SeededBatches_EqualsAReplayWhateverIsCarried(PurchaseColumnSet carried)
    {
        var lines = SeededLedgers.Lines(51, buyers: 50, lines: 500);
        var columns = SeededLedgers.Columns(lines.Take(300), columns: carried);
        var ledger = new VersionedLedger();
        ledger.Apply(lines.Take(300).Select((l, i) => new LedgerEvent(i, 1, l)));
        for (var at = 0; at < 500; at += 50)
        {
            var corrected = lines
                .Skip(at)
                .Take(50)
                .Select((l, i) => new LedgerEvent(at + i, 2, lines[^(i + 1)]));
            columns = columns.Append(ledger.Apply(corrected), at);
        }
        var scratch = new PurchaseColumnsBuilder(carried);
        foreach (var line in lines)
            scratch.AddBuyer(line.BuyerKey, SeededLedgers.IdOf(line.BuyerKey));
        foreach (var line in ledger.Lines)
            scratch.Add(line);
        Assert.True(columns.ContentEquals(scratch.Build()));
    }

    [Fact]
    public void Append_MoreTimesThanThereAreLayers_StaysEqualToAReplay()
    {
        var lines = SeededLedgers.Lines(58, buyers: 200, lines: 1_000);
        var columns = SeededLedgers.Columns(lines.Take(600));
        var asOf = SeededLedgers.FirstDay + SeededLedgers.Days;
        var state = EligibilityState.Of(columns, EligibilityRule.Default, asOf);
        for (var at = 600; at < 1_000; at += 4)
        {
            var changes = new LedgerChanges();
            foreach (var line in lines.Skip(at).Take(4))
            {
                changes.AddBuyer(line.BuyerKey, SeededLedgers.IdOf(line.BuyerKey));
                changes.Add(line);
            }
            state = state.After(state.Columns.Append(changes, at));
        }
        Assert.InRange(state.Columns.Patch!.Layers.Length, 1, LinePatch.MostLayers);
        var scratch = SeededLedgers.Columns(lines);
        Assert.True(state.Columns.ContentEquals(scratch));
        Assert.Equal(
            EligibilityState.Of(scratch, EligibilityRule.Default, asOf).Curve.Steps,
            state.Curve.Steps
        );
    }

    [Fact]
    public void Append_Anything_LeavesTheSnapshotBeforeAsItWas()
    {
        var lines = SeededLedgers.Lines(52);
        var before = SeededLedgers.Columns(lines, sequence: 400);
        var changes = new LedgerChanges();
        changes.Remove(lines[0]);
        changes.AddBuyer(999, new BuyerId("new"));
        changes.Add(lines[1] with { BuyerKey = 999 });
        var after = before.Append(changes, 401);
        Assert.True(before.ContentEquals(SeededLedgers.Columns(lines)));
        Assert.Equal(before.BuyerCount + 1, after.BuyerCount);
        Assert.True(after.Buyers.TryFind(new BuyerId("new"), out var ordinal));
        Assert.Equal(before.BuyerCount, ordinal);
        Assert.Equal(1, after.LinesOf(ordinal).Count);
        Assert.False(before.Buyers.TryFind(new BuyerId("new"), out _));
        Assert.Equal((400, 401), (before.LedgerSequence, after.LedgerSequence));
    }

    [Fact]
    public void Compact_BuyersWhoseKeysComeLateAndLow_PutsThemInOrderOfKey()
    {
        var line = SeededLedgers.Lines(53)[0];
        var columns = SeededLedgers.Columns([line with { BuyerKey = 10 }, line with { BuyerKey = 20 }]);
        var changes = new LedgerChanges();
        changes.AddBuyer(15, SeededLedgers.IdOf(15));
        changes.Add(line with { BuyerKey = 15 });
        var after = columns.Append(changes, 1);
        Assert.True(after.Buyers.TryFindKey(15, out var tail));
        Assert.Equal(2, tail);
        var compact = after.Compact();
        Assert.Equal([10, 15, 20], Enumerable.Range(0, 3).Select(compact.Buyers.KeyOf));
        Assert.True(after.ContentEquals(compact));
        Assert.Same(compact, compact.Compact());
    }

    [Fact]
    public void Append_LineThatIsNotThere_Throws()
    {
        var lines = SeededLedgers.Lines(54);
        var changes = new LedgerChanges();
        changes.Remove(lines[0] with { ListPrice = lines[0].ListPrice + new Money(1) });
        Assert.Throws<InvalidOperationException>(() => SeededLedgers.Columns(lines).Append(changes, 1));
    }

    [Fact]
    public void Append_BuyerWithoutAName_Throws()
    {
        var changes = new LedgerChanges();
        changes.Add(SeededLedgers.Lines(55)[0] with { BuyerKey = 12_345 });
        Assert.Throws<InvalidOperationException>(() => SeededLedgers.Columns([]).Append(changes, 1));
    }

    [Fact]
    public void Append_OneIdForTwoKeys_Throws()
    {
        var columns = SeededLedgers.Columns(SeededLedgers.Lines(56));
        var changes = new LedgerChanges();
        changes.AddBuyer(9_999, columns.Buyers[0]);
        Assert.Throws<ArgumentException>(() => columns.Append(changes, 1));
    }

    [Fact]
    public void Append_SequenceThatGoesBack_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            SeededLedgers.Columns([], sequence: 5).Append(new LedgerChanges(), 4)
        );

    [Fact]
    public void Append_ReturnFurtherFromTheOthersThan16Bits_Throws()
    {
        // Neither the main store nor the patch spans too much; together they do, and a compaction would find out.
        var columns = SeededLedgers.Columns([Bought(0, -1), Bought(1)]);
        var changes = new LedgerChanges();
        changes.Add(
            Bought(1) with
            {
                ReturnedQuantity = 1,
                ReturnedOn = SeededLedgers.FirstDay + ushort.MaxValue,
            }
        );
        Assert.Throws<InvalidOperationException>(() => columns.Append(changes, 1));
        changes.Remove(Bought(0, -1));
        Assert.Equal(2, columns.Append(changes, 1).Compact().LineCount);
    }

    [Fact]
    public void Append_LinesOfLongAgoThatAreCorrectedSince_DoNotKeepLayersFromMerging()
    {
        var columns = SeededLedgers.Columns([]);
        var wrong = new LedgerChanges();
        wrong.AddBuyer(0, SeededLedgers.IdOf(0));
        wrong.Add(Bought(0, -60_000));
        columns = columns.Append(wrong, 1);
        var corrected = new LedgerChanges();
        corrected.Replace(Bought(0, -60_000), Bought(0));
        columns = columns.Append(corrected, 2);
        for (var i = 1; i <= 2 * LinePatch.MostLayers; i++)
        {
            var changes = new LedgerChanges();
            changes.AddBuyer(i, SeededLedgers.IdOf(i));
            changes.Add(Bought(i, 20_000));
            columns = columns.Append(changes, 2 + i);
        }
        Assert.InRange(columns.Patch!.Layers.Length, 1, LinePatch.MostLayers);
        Assert.Equal(2 * LinePatch.MostLayers + 1, columns.Compact().LineCount);
    }

    [Fact]
    public void Append_AmountsPast64Bits_ThrowsUnlessACorrectionMakesRoom()
    {
        var huge = SeededLedgers.Lines(57)[0] with
        {
            SellerPrice = new Money(long.MaxValue / 2),
            Quantity = 1,
            ReturnedQuantity = 0,
            ReturnedOn = null,
        };
        var columns = SeededLedgers.Columns([huge]);
        var twice = new LedgerChanges();
        twice.Add(huge);
        twice.Add(huge);
        Assert.Throws<OverflowException>(() => columns.Append(twice, 1));

        var replaced = new LedgerChanges();
        replaced.Replace(huge, huge with { SellerPrice = new Money(long.MaxValue - 5) });
        var after = columns.Append(replaced, 1);
        Assert.Equal(new Money(long.MaxValue - 5), after.LinesOf(0).Net(0, PriceBase.SellerPrice));
    }

    private static LedgerLine Bought(long buyer, int daysLater = 0) =>
        new(
            buyer,
            SeededLedgers.FirstDay + daysLater,
            Money.FromUnits(1),
            Money.FromUnits(1),
            Money.FromUnits(1)
        );

    // A correction may have left a buyer of an earlier version without lines; the ledger still knows them.
    private static PurchaseColumns WithEveryBuyer(IEnumerable<LedgerLine> lines, LedgerEvent[] events)
    {
        var builder = new PurchaseColumnsBuilder();
        foreach (var line in lines)
            builder.Add(line);
        foreach (var happened in events)
            builder.AddBuyer(happened.Line.BuyerKey, SeededLedgers.IdOf(happened.Line.BuyerKey));
        return builder.Build();
    }
}
