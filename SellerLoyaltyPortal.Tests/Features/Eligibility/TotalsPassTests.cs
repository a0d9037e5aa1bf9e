using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility;

/// <summary>The pass by running sums and the plain one, each called by name whatever the columns would choose.</summary>
public sealed class TotalsPassTests
{
    [Theory]
    [InlineData(121, 1)]
    [InlineData(122, 40)]
    [InlineData(123, 3_000)]
    public void BySums_SeededLedgerWithFarAmounts_EqualsOneByOne(int seed, int buyers)
    {
        var lines = SeededLedgers.Lines(seed, buyers, lines: 4_000);
        // Amounts that no four-byte count of the common unit can hold, some at the very end.
        foreach (var at in new[] { 0, 17, 1_999, 3_999 })
            lines[at] = lines[at] with
            {
                SellerPrice = new Money(123_456_789_012_345 + at),
                Quantity = 1,
                ReturnedQuantity = 0,
                ReturnedOn = null,
                BuyerKey = at == 3_999 ? buyers : lines[at].BuyerKey,
            };
        var counted = SeededLedgers
            .Columns(lines)
            .Lines.Counted(PriceBase.SellerPrice, ReturnRule.OriginalDate, countDiscounted: true);
        Assert.NotNull(counted.Amounts.Narrow);
        Assert.NotEmpty(counted.Amounts.FarLines);
        foreach (var (from, to) in new[] { (0, 65_535), (100, 464), (899, 899), (1_000, 65_535) })
            AssertEqual(counted, (ushort)from, (ushort)to);
    }

    // Whoever is found by the wrapping sums, in two parts as threads share them, equals who is added up one by one.
    private static void AssertEqual(CountedLines counted, ushort from, ushort to)
    {
        var (plain, sums) = (new int[counted.Buyers], new int[counted.Buyers]);
        var expected = TotalsPass.OneByOne(counted, from, to, plain, 0);
        var middle = counted.Buyers / 2;
        var first = TotalsPass.BySums(counted, from, to, sums.AsSpan(0, middle), 0);
        var second = TotalsPass.BySums(counted, from, to, sums.AsSpan(middle), middle);
        Assert.Equal(plain, sums);
        Assert.Equal(expected.Far, first.Far!.Concat(second.Far!));
        Assert.Equal(expected.Buyers, first.Buyers + second.Buyers);
        Assert.Equal(expected.Revenue, first.Revenue + second.Revenue);
    }
}
