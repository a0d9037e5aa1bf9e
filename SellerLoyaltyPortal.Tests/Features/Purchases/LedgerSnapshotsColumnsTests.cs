using System.Globalization;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Purchases;

/// <summary>Columns come in when they are asked for, and are the same as if all had been loaded at once.</summary>
public sealed class LedgerSnapshotsColumnsTests : IDisposable
{
    private readonly PurchasesDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task GetAsync_OneRule_BringsItsPriceAndNothingElse()
    {
        var seller = await ASellerAsync(lines: 5_000);
        var (narrow, whole) = (_desk.Snapshots(), _desk.Snapshots());
        var snapshot = await narrow.GetAsync(seller, EligibilityRule.Default.Needs, default);
        Assert.Equal(PurchaseColumnSet.SellerPrice, snapshot.Columns.Columns);
        Assert.Throws<InvalidOperationException>(() => snapshot.Columns.Lines.AmountsOf(PriceBase.ListPrice));
        await whole.GetWholeAsync(seller, default);
        // Two prices of 4 bytes a line and the order's number less, and no table of orders.
        Assert.InRange(narrow.Bytes, 1, whole.Bytes - 5_000 * 12);
    }

    [Fact]
    public async Task GetAsync_AnotherColumn_ComesInBesideThoseThatAreThereAndStays()
    {
        var seller = await ASellerAsync(lines: 2_000);
        var snapshots = _desk.Snapshots();
        var first = await snapshots.GetAsync(seller, PurchaseColumnSet.SellerPrice, default);
        var bytes = snapshots.Bytes;
        var wider = await snapshots.GetAsync(seller, PurchaseColumnSet.ListPrice, default);
        Assert.Equal(PurchaseColumnSet.SellerPrice | PurchaseColumnSet.ListPrice, wider.Columns.Columns);
        Assert.Equal(first.Sequence, wider.Sequence);
        Assert.True(snapshots.Bytes > bytes);
        Assert.True(snapshots.HasReplaced(seller, first.Columns));
        Assert.False(snapshots.HasReplaced(seller, wider.Columns));
        // Nobody waits for what is there.
        foreach (
            var needs in new[]
            {
                PurchaseColumnSet.None,
                PurchaseColumnSet.SellerPrice,
                PurchaseColumnSet.ListPrice,
                wider.Columns.Columns,
            }
        )
            Assert.Same(wider, await snapshots.GetAsync(seller, needs, default));
    }

    [Theory]
    [InlineData(PurchaseColumnSet.None)]
    [InlineData(PurchaseColumnSet.PricePaid)]
    [InlineData(PurchaseColumnSet.Orders)]
    [InlineData(PurchaseColumnSet.SellerPrice | PurchaseColumnSet.Orders)]
    [InlineData(PurchaseColumnSet.AllPrices)]
    public async Task GetAsync_AfterEachAppend_EqualsALoadOfTheSameColumns(PurchaseColumnSet needs)
    {
        var seller = await ASellerAsync(lines: 300);
        var random = new Random(75);
        var kept = _desk.Snapshots();
        var before = await kept.GetAsync(seller, needs, default);
        for (var round = 0; round < 12; round++)
        {
            // Corrections of known lines and new ones.
            await _desk.Ledger.AppendAsync(
                seller,
                Enumerable.Range(round * 20, 40).Select(i => Line(random, i * 7, version: round + 2)),
                default
            );
            var carried = await kept.GetAsync(seller, needs, default);
            var loaded = await _desk.Snapshots().GetAsync(seller, needs, default);
            Assert.Equal(needs, carried.Columns.Columns);
            Assert.Same(before.Columns.Lines, carried.Columns.Lines);
            Assert.True(loaded.Columns.ContentEquals(carried.Columns));
        }
    }

    [Fact]
    public async Task GetAsync_WidenedAfterAppends_EqualsAWholeLoad()
    {
        var seller = await ASellerAsync(lines: 1_000);
        var random = new Random(76);
        var kept = _desk.Snapshots();
        foreach (
            var needs in new[]
            {
                PurchaseColumnSet.None,
                PurchaseColumnSet.PricePaid,
                PurchaseColumnSet.Orders,
                PurchaseColumnSet.All,
            }
        )
        {
            await kept.GetAsync(seller, needs, default);
            await _desk.Ledger.AppendAsync(
                seller,
                Enumerable.Range(900, 200).Select(i => Line(random, i, version: (int)needs + 2)),
                default
            );
        }
        var last = await kept.GetWholeAsync(seller, default);
        var loaded = await _desk.Snapshots().GetWholeAsync(seller, default);
        Assert.True(loaded.Columns.ContentEquals(last.Columns));
    }

    [Fact]
    public async Task GetAsync_AskedForDifferentColumnsAtOnceWhileLinesCome_EverybodyGetsTheirs()
    {
        var seller = await ASellerAsync(lines: 500);
        var snapshots = _desk.Snapshots();
        var all = Enumerable.Range(0, 16).Select(i => (PurchaseColumnSet)i).ToList();
        var random = new Random(77);
        for (var round = 0; round < 6; round++)
        {
            // Rounds without room begin from nothing each time, those with it from what is there.
            _desk.Options.SnapshotCacheMegabytes = round % 2 == 0 ? 0 : 64;
            await ASellerAsync(lines: 1, "other-" + round.ToString(CultureInfo.InvariantCulture));
            var append = _desk.Ledger.AppendAsync(
                seller,
                Enumerable.Range(0, 50).Select(i => Line(random, i, version: round + 2)),
                default
            );
            var answers = await Task.WhenAll(
                all.Select(needs =>
                    Task.Run(async () => (needs, await snapshots.GetAsync(seller, needs, default)))
                )
            );
            await append;
            Assert.Equal(all.Count, answers.Length);
            Assert.All(answers, a => Assert.True(a.Item2.Columns.Columns.HasFlag(a.needs)));
            Assert.All(answers, a => Assert.Equal(500, a.Item2.LineCount));
        }
    }

    [Fact]
    public async Task GetAsync_DroppedMeanwhile_BringsWhatIsAskedForThen()
    {
        _desk.Options.SnapshotCacheMegabytes = 0;
        var (one, other) = (await ASellerAsync(lines: 10), await ASellerAsync(lines: 10, "other"));
        var snapshots = _desk.Snapshots();
        await snapshots.GetWholeAsync(one, default);
        await snapshots.GetWholeAsync(other, default);
        var again = await snapshots.GetAsync(one, PurchaseColumnSet.PricePaid, default);
        Assert.Equal(PurchaseColumnSet.PricePaid, again.Columns.Columns);
    }

    private async Task<SellerId> ASellerAsync(int lines, string slug = "seller")
    {
        var seller = await _desk.AddSellerAsync(slug);
        var random = new Random(lines);
        await _desk.Ledger.AppendAsync(
            seller.Id,
            Enumerable.Range(0, lines).Select(i => Line(random, i, version: 1)),
            default
        );
        return seller.Id;
    }

    private static NewPurchaseLine Line(Random random, int id, int version)
    {
        var quantity = random.Next(1, 4);
        var returned = random.Next(5) == 0 ? random.Next(1, quantity + 1) : 0;
        // Few days and amounts: lines that differ in one column only must keep their places in the others.
        var bought = new DateTimeOffset(2025, 3, 1, 9, 0, 0, TimeSpan.Zero).AddDays(random.Next(20));
        return ANewLine.Of(
            "L" + id.ToString(CultureInfo.InvariantCulture),
            "b" + random.Next(60).ToString(CultureInfo.InvariantCulture)
        ) with
        {
            Version = version,
            OrderId = "O" + random.Next(90).ToString(CultureInfo.InvariantCulture),
            Quantity = quantity,
            ListAmount = Money.FromUnits(random.Next(10, 14)),
            SellerAmount = Money.FromUnits(random.Next(7, 10)),
            PaidAmount = Money.FromUnits(random.Next(4, 7)),
            WithLoyaltyDiscount = random.Next(5) == 0,
            BoughtAt = bought,
            ReturnedQuantity = returned,
            ReturnedAt = returned > 0 ? bought.AddDays(random.Next(9)) : null,
        };
    }
}
