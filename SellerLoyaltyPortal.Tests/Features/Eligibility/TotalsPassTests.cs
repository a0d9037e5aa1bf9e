using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility;

/// <summary>The vector path and the plain one, each called by name whatever the machine would choose.</summary>
public sealed class TotalsPassTests
{
    [Theory]
    [InlineData(121, 1)]
    [InlineData(122, 40)]
    [InlineData(123, 3_000)]
    public void Wide_SeededLedgerWithFarAmounts_EqualsPlain(int seed, int buyers)
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
        foreach (var (from, span) in new[] { (0, 65_535), (100, 364), (899, 0), (1_000, 64_535) })
        {
            var (plain, wide) = (new long[counted.Buyers], new long[counted.Buyers]);
            var expected = TotalsPass.Plain(counted, (ushort)from, (ushort)span, plain, 0, counted.Buyers);
            // In two parts, as threads share it.
            var middle = counted.Buyers / 2;
            var first = TotalsPass.Wide(counted, (ushort)from, (ushort)span, wide, 0, middle);
            var second = TotalsPass.Wide(counted, (ushort)from, (ushort)span, wide, middle, counted.Buyers);
            Assert.Equal(plain, wide);
            Assert.Equal(expected.Buyers, first.Buyers + second.Buyers);
            Assert.Equal(expected.Revenue, first.Revenue + second.Revenue);
        }
    }
}
