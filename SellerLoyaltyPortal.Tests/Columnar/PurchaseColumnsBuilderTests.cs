using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Columnar;

public sealed class PurchaseColumnsBuilderTests
{
    private static readonly LedgerLine Line = new(
        7,
        DayNumber.Of(2025, 1, 1),
        Money.FromUnits(3),
        Money.FromUnits(2),
        Money.FromUnits(1)
    );

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Build_LinesInAnyOrder_GivesTheSameColumns(int seed)
    {
        var lines = SeededLedgers.Lines(seed);
        // Lines that differ in one thing only, to put the order of ties to the test.
        lines.AddRange(lines.Take(20).Select(l => l with { Discounted = !l.Discounted }));
        lines.AddRange(lines.Take(20));
        var shuffled = lines.ToArray();
        new Random(seed).Shuffle(shuffled);
        var expected = SeededLedgers.Columns(lines);
        Assert.True(expected.ContentEquals(SeededLedgers.Columns(shuffled)));
        Assert.False(expected.ContentEquals(SeededLedgers.Columns(lines.Skip(1))));
    }

    [Fact]
    public void LinesOf_OneBuyer_GivesBackWhatWasAdded()
    {
        var added = Line with
        {
            Quantity = 3,
            ReturnedQuantity = 2,
            ReturnedOn = DayNumber.Of(2025, 1, 9),
            Order = 5,
            Discounted = true,
        };
        var columns = SeededLedgers.Columns([added], sequence: 12);
        var lines = columns.LinesOf(0);
        Assert.Equal(12, columns.LedgerSequence);
        Assert.Equal(1, lines.Count);
        Assert.Equal(added.BoughtOn, lines.BoughtOn(0));
        Assert.Equal(added.ReturnedOn, lines.ReturnedOn(0));
        Assert.Equal(Money.FromUnits(3), lines.Gross(0, PriceBase.ListPrice));
        Assert.Equal(Money.FromUnits(2), lines.Returned(0, PriceBase.ListPrice));
        Assert.Equal(Money.FromDecimal(0.6667m), lines.Net(0, PriceBase.SellerPrice));
        Assert.Equal(5, lines.Order(0));
        Assert.True(lines.IsDiscounted(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => lines.Order(1));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(1, -1)]
    [InlineData(-1, 1)]
    [InlineData(0, 1)]
    public void Add_MoreReturnedThanBought_Throws(long quantity, long returned) =>
        Assert.Throws<ArgumentException>(() =>
            new PurchaseColumnsBuilder().Add(Line with { Quantity = quantity, ReturnedQuantity = returned })
        );

    [Fact]
    public void Build_AmountsThatTogetherPass64Bits_Throws()
    {
        var half = new Money(long.MaxValue / 2);
        var lines = new[]
        {
            Line with
            {
                SellerPrice = half,
            },
            Line with
            {
                SellerPrice = -half,
                Quantity = -1,
            },
        };
        SeededLedgers.Columns(lines);
        Assert.Throws<OverflowException>(() =>
            SeededLedgers.Columns([.. lines, Line with { SellerPrice = new Money(2), BuyerKey = 8 }])
        );
    }

    [Fact]
    public void Build_BuyerWithoutAName_Throws()
    {
        var builder = new PurchaseColumnsBuilder();
        builder.Add(Line);
        Assert.Throws<InvalidOperationException>(() => builder.Build());
    }

    [Fact]
    public void Build_TwoKeysWithOneId_Throws()
    {
        var builder = new PurchaseColumnsBuilder();
        builder.AddBuyer(1, new BuyerId("x"));
        builder.AddBuyer(2, new BuyerId("x"));
        Assert.Throws<ArgumentException>(() => builder.Build());
    }

    [Fact]
    public void AddBuyer_OneKeyWithTwoIds_Throws()
    {
        var builder = new PurchaseColumnsBuilder();
        builder.AddBuyer(1, new BuyerId("x"));
        builder.AddBuyer(1, new BuyerId("x"));
        Assert.Throws<ArgumentException>(() => builder.AddBuyer(1, new BuyerId("y")));
    }

    [Fact]
    public void Build_Twice_Throws()
    {
        var builder = new PurchaseColumnsBuilder();
        builder.Build();
        Assert.Throws<InvalidOperationException>(() => builder.Build());
    }

    [Fact]
    public void Build_DaysFurtherApartThan16Bits_Throws() =>
        Assert.Throws<InvalidOperationException>(() =>
            SeededLedgers.Columns([Line, Line with { BoughtOn = DayNumber.Of(1802, 1, 1) }])
        );
}
