using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility;

/// <summary>The pass by line against the plain one by buyer, with and without vectors.</summary>
public sealed class EdgePassTests
{
    private static readonly (ushort From, ushort To)[] Windows =
    [
        (0, 65_535),
        (100, 464),
        (450, 450),
        (899, 899),
        (60_000, 65_535),
    ];

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 3, 63)]
    [InlineData(3, 3, 64)]
    [InlineData(4, 30, 65)]
    [InlineData(5, 900, 4_000)]
    [InlineData(6, 900, 4_096)]
    [InlineData(7, 9_000, 4_096)]
    public void Fill_SeededLedger_HasTheCountsOfThePlainPass(int seed, int buyers, int size)
    {
        var lines = SeededLedgers.Lines(seed, buyers, size);
        // Amounts beside the column, and more of them than wrapped sums can tell.
        foreach (var at in new[] { 17, 1_999, 3_998 }.Where(a => a < size))
            lines[at] = Dear(lines[at], new Money(123_456_789_012_345 + at));
        for (var at = 2_500; at < Math.Min(size, 2_540); at++)
            lines[at] = Dear(lines[at], Money.FromUnits(200_000)) with { BuyerKey = 5 };
        var counted = SeededLedgers
            .Columns(lines)
            .Lines.Counted(PriceBase.SellerPrice, ReturnRule.OriginalDate, countDiscounted: true);
        Assert.NotNull(counted.Amounts.Narrow);
        Assert.Equal(size > 2_540, counted.HeavyBuyers.Length > 0);
        foreach (var (from, to) in Windows)
        {
            var plain = new int[counted.Buyers];
            var expected = TotalsPass.OneByOne(counted, from, to, plain, 0);
            foreach (var share in new[] { 1, 7, 64, counted.Buyers })
                AssertSame(plain, expected.Far!, counted, from, to, share);
        }
    }

    [Fact]
    public void Fill_VectorsSwitchedOff_GoesThePlainWay()
    {
        // test.sh runs the engine's tests once more with the switch; without this it might switch nothing.
        if (Environment.GetEnvironmentVariable("DOTNET_EnableAVX512") == "0")
            Assert.False(Avx512F.IsSupported || Vector512.IsHardwareAccelerated);
    }

    [Theory]
    [InlineData(8, 50, 4_096)]
    [InlineData(9, 700, 1_000)]
    [InlineData(10, 2, 130)]
    public void Plain_WithoutVectors_EqualsWithThem(int seed, int buyers, int size)
    {
        var counted = SeededLedgers
            .Columns(SeededLedgers.Lines(seed, buyers, size))
            .Lines.Counted(PriceBase.PricePaid, ReturnRule.ReturnDate, countDiscounted: false);
        foreach (var (from, to) in Windows)
        {
            var (one, other) = (Room(counted.Buyers), Room(counted.Buyers));
            var found = EdgePass.Plain(
                counted,
                from,
                to,
                (0, counted.Buyers),
                one,
                byVectors: Avx512F.IsSupported
            );
            Assert.Equal(
                found,
                EdgePass.Plain(counted, from, to, (0, counted.Buyers), other, byVectors: false)
            );
            Assert.Equal(one[..found], other[..found]);
        }
    }

    private static void AssertSame(
        int[] plain,
        List<KeyValuePair<int, long>> far,
        CountedLines counted,
        ushort from,
        ushort to,
        int share
    )
    {
        var counts = new List<int>();
        var outcome = default(TotalsPass.Outcome);
        for (var first = 0; first < counted.Buyers; first += share)
        {
            var buyers = (first, Math.Min(share, counted.Buyers - first));
            var room = Room(buyers.Item2);
            var found = EdgePass.Fill(counted, from, to, buyers, room, ref outcome);
            counts.AddRange(room.AsSpan(0, found));
        }
        Assert.Equal(plain.Where(c => c > BuyerTotals.Far).Order(), counts.Order());
        Assert.Equal(far, outcome.Far ?? []);
    }

    private static int[] Room(int buyers) => new int[buyers + EdgePass.Slack];

    private static LedgerLine Dear(LedgerLine line, Money amount) =>
        line with
        {
            SellerPrice = amount,
            Quantity = 1,
            ReturnedQuantity = 0,
            ReturnedOn = null,
        };
}
