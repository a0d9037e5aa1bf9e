using SellerLoyaltyPortal.Features.Programs.Lifecycle;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Lifecycle;

public sealed class FrozenTotalsTests
{
    [Fact]
    public void Unpack_OfPacked_IsTheSame()
    {
        List<(long, Money)> totals =
        [
            (0, Money.Zero),
            (1, new(-1)),
            (7, new(1)),
            (8, new(long.MaxValue)),
            (1L << 40, new(-long.MaxValue)),
            (long.MaxValue, new(127)),
        ];

        Assert.Equal(totals, FrozenTotals.Unpack(FrozenTotals.Pack(totals)));
        Assert.Empty(FrozenTotals.Unpack(FrozenTotals.Pack([])));
    }

    [Fact]
    public void Pack_AMillionBuyers_TakesAFewBytesEach()
    {
        var random = new Random(7);
        var totals = Enumerable
            .Range(1, 1_000_000)
            .Select(key => ((long)key, new Money(random.Next(1, 100_000) * 10_000L)))
            .ToList();

        var packed = FrozenTotals.Pack(totals);

        Assert.InRange(packed.Length, 1_000_000, 6_000_000);
        Assert.Equal(totals, FrozenTotals.Unpack(packed));
    }

    [Fact]
    public void Pack_KeysThatDoNotAscend_IsRefused() =>
        Assert.Throws<ArgumentException>(() => FrozenTotals.Pack([(2, default), (1, default)]));

    [Fact]
    public void Unpack_Damaged_IsRefused()
    {
        var packed = FrozenTotals.Pack([(3, new(500)), (9, new(7))]);

        Assert.Throws<FormatException>(() => FrozenTotals.Unpack([]));
        Assert.Throws<FormatException>(() => FrozenTotals.Unpack(packed.AsSpan(0, packed.Length - 1)));
        Assert.Throws<FormatException>(() => FrozenTotals.Unpack([.. packed, 0]));
        Assert.Throws<FormatException>(() => FrozenTotals.Unpack([9, .. packed[1..]]));
        Assert.Throws<FormatException>(() => FrozenTotals.Unpack([1, 255, 255, 255, 127, 0, 0]));
    }
}
