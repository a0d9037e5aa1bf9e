using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Purchases;

public sealed class PurchaseLedgerTests : IDisposable
{
    private readonly PurchasesDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task AppendAsync_NewLines_AreStoredWithHeadAndBuyers()
    {
        var seller = await _desk.AddSellerAsync();
        var outcomes = await AppendAsync(seller.Id, ANewLine.Of("L1"), ANewLine.Of("L2", buyer: "b2"));
        Assert.Equal([AppendOutcome.Added, AppendOutcome.Added], outcomes);
        var head = await _desk.Ledger.FindHeadAsync(seller.Id, default);
        Assert.NotNull(head);
        Assert.Equal((2, 2, 2), (head.Sequence, head.CurrentLines, head.Buyers));
        Assert.Equal(ANewLine.Of().BoughtAt, head.FirstBoughtAt);
        Assert.Equal(ANewLine.Of().BoughtAt, head.LastBoughtAt);
    }

    [Fact]
    public async Task AppendAsync_SameLineTwice_ChangesNothing()
    {
        var seller = await _desk.AddSellerAsync();
        await AppendAsync(seller.Id, ANewLine.Of());
        var before = _desk.Dump();
        var outcomes = await AppendAsync(seller.Id, ANewLine.Of(), ANewLine.Of());
        Assert.Equal([AppendOutcome.AlreadyThere, AppendOutcome.AlreadyThere], outcomes);
        Assert.Equal(before, _desk.Dump());
    }

    [Fact]
    public async Task AppendAsync_HigherVersion_SupersedesAndMovesTheBounds()
    {
        var seller = await _desk.AddSellerAsync();
        await AppendAsync(seller.Id, ANewLine.Of(units: 100));
        var later = ANewLine.Of(units: 70, version: 3) with { BoughtAt = ANewLine.Of().BoughtAt.AddDays(1) };
        Assert.Equal([AppendOutcome.Corrected], await AppendAsync(seller.Id, later));
        await using var context = _desk.File.ForSeller(seller.Id);
        var lines = await context.Set<PurchaseLine>().OrderBy(l => l.Sequence).ToListAsync();
        Assert.Equal([2, null], lines.Select(l => l.SupersededBy));
        Assert.Equal(Money.FromUnits(70), lines[1].SellerAmount);
        var head = await context.Set<LedgerHead>().SingleAsync();
        Assert.Equal((2, 1), (head.Sequence, head.CurrentLines));
        Assert.Equal(later.BoughtAt, head.FirstBoughtAt);
    }

    // Lines of the 10th, 12th and 14th; one of them is corrected.
    [Theory]
    [InlineData("first", 10, 10, 14)]
    [InlineData("first", 8, 8, 14)]
    [InlineData("first", 11, 11, 14)]
    [InlineData("first", 20, 12, 20)]
    [InlineData("last", 14, 10, 14)]
    [InlineData("last", 16, 10, 16)]
    [InlineData("last", 13, 10, 13)]
    [InlineData("last", 2, 2, 12)]
    [InlineData("between", 1, 1, 14)]
    [InlineData("between", 30, 10, 30)]
    public async Task AppendAsync_CorrectionMovesALine_BoundsAreThoseOfTheLinesThatHold(
        string line,
        int day,
        int first,
        int last
    )
    {
        var seller = await _desk.AddSellerAsync();
        await AppendAsync(seller.Id, On("first", 10), On("between", 12), On("last", 14));

        await AppendAsync(seller.Id, On(line, day) with { Version = 2 });

        await using var context = _desk.File.ForSeller(seller.Id);
        var head = await context.Set<LedgerHead>().SingleAsync();
        Assert.Equal((first, last), (head.FirstBoughtAt!.Value.Day, head.LastBoughtAt!.Value.Day));

        static NewPurchaseLine On(string line, int day) =>
            ANewLine.Of(line) with
            {
                BoughtAt = new DateTimeOffset(2026, 1, day, 9, 0, 0, TimeSpan.Zero),
            };
    }

    [Fact]
    public async Task AppendAsync_LowerVersionLate_IsAlreadyThere()
    {
        var seller = await _desk.AddSellerAsync();
        await AppendAsync(seller.Id, ANewLine.Of(units: 70, version: 2));
        var before = _desk.Dump();
        var outcomes = await AppendAsync(seller.Id, ANewLine.Of(units: 100, version: 1));
        Assert.Equal([AppendOutcome.AlreadyThere], outcomes);
        Assert.Equal(before, _desk.Dump());
    }

    [Theory]
    [InlineData("amount")]
    [InlineData("buyer")]
    [InlineData("date")]
    [InlineData("sku")]
    [InlineData("category")]
    [InlineData("return")]
    [InlineData("discount")]
    public async Task AppendAsync_SameVersionOtherContent_ConflictsAndStoresNothing(string difference)
    {
        var seller = await _desk.AddSellerAsync();
        await AppendAsync(seller.Id, ANewLine.Of());
        var before = _desk.Dump();
        var line = ANewLine.Of();
        line = difference switch
        {
            "amount" => line with { PaidAmount = Money.FromUnits(99) },
            "buyer" => line with { Buyer = new BuyerId("other") },
            "date" => line with { BoughtAt = line.BoughtAt.AddSeconds(1) },
            "sku" => line with { Sku = "S2" },
            "category" => line with { Category = "toys" },
            "return" => line with { ReturnedQuantity = 1 },
            _ => line with { WithLoyaltyDiscount = true },
        };
        Assert.Equal(
            [AppendOutcome.Added, AppendOutcome.Conflict],
            await AppendAsync(seller.Id, ANewLine.Of("L9"), line)
        );
        Assert.Equal(before, _desk.Dump());
    }

    [Fact]
    public async Task AppendAsync_MixedVersionsIntoAnEmptyLedger_AreEachDecided()
    {
        var seller = await _desk.AddSellerAsync();
        var outcomes = await AppendAsync(
            seller.Id,
            ANewLine.Of("L1"),
            ANewLine.Of("L1"),
            ANewLine.Of("L2", version: 2),
            ANewLine.Of("L2", version: 1),
            ANewLine.Of("L1", version: 2, units: 5),
            ANewLine.Of("L1", version: 1),
            ANewLine.Of("L3"),
            ANewLine.Of("L3")
        );
        Assert.Equal(
            [
                AppendOutcome.Added,
                AppendOutcome.AlreadyThere,
                AppendOutcome.Added,
                AppendOutcome.AlreadyThere,
                AppendOutcome.Corrected,
                AppendOutcome.AlreadyThere,
                AppendOutcome.Added,
                AppendOutcome.AlreadyThere,
            ],
            outcomes
        );
        var head = await _desk.Ledger.FindHeadAsync(seller.Id, default);
        Assert.Equal((4, 3), (head!.Sequence, head.CurrentLines));
    }

    [Fact]
    public async Task AppendAsync_ConflictWithinAnEmptyLedger_StoresNothing()
    {
        var seller = await _desk.AddSellerAsync();
        var outcomes = await AppendAsync(seller.Id, ANewLine.Of("L1"), ANewLine.Of("L1", units: 7));
        Assert.Equal([AppendOutcome.Added, AppendOutcome.Conflict], outcomes);
        Assert.Null(await _desk.Ledger.FindHeadAsync(seller.Id, default));
    }

    [Fact]
    public async Task BeginAsync_DisposedWithoutCommit_LeavesNothing()
    {
        var seller = await _desk.AddSellerAsync();
        var before = _desk.Dump();
        await using (var append = await _desk.Ledger.BeginAsync(seller.Id, null, default))
            append.Add(ANewLine.Of());
        Assert.Equal(before, _desk.Dump());
        Assert.Equal([AppendOutcome.Added], await AppendAsync(seller.Id, ANewLine.Of()));
    }

    [Fact]
    public async Task AppendAsync_SameLineIdOfTwoSellers_IsALineOfEach()
    {
        var (one, other) = (await _desk.AddSellerAsync("one"), await _desk.AddSellerAsync("other"));
        await AppendAsync(one.Id, ANewLine.Of(units: 1));
        Assert.Equal([AppendOutcome.Added], await AppendAsync(other.Id, ANewLine.Of(units: 2)));
        foreach (var (seller, units) in new[] { (one, 1), (other, 2) })
        {
            await using var context = _desk.File.ForSeller(seller.Id);
            Assert.Equal(
                Money.FromUnits(units),
                (await context.Set<PurchaseLine>().SingleAsync()).SellerAmount
            );
            Assert.Single(await context.Set<Buyer>().ToListAsync());
        }
    }

    private Task<IReadOnlyList<AppendOutcome>> AppendAsync(SellerId seller, params NewPurchaseLine[] lines) =>
        _desk.Ledger.AppendAsync(seller, lines, default);
}
