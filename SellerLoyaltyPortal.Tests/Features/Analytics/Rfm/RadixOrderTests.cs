using SellerLoyaltyPortal.Features.Analytics.Rfm;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Rfm;

public sealed class RadixOrderTests
{
    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 1)]
    [InlineData(1000, 3)]
    [InlineData(5000, long.MaxValue)]
    [InlineData(5000, 1 << 20)]
    public void Of_RandomKeys_IsAStableSort(int count, long range)
    {
        var random = new Random(7);
        var keys = Enumerable.Range(0, count).Select(_ => random.NextInt64(-range, range)).ToArray();

        var order = RadixOrder.Of(keys);

        Assert.Equal(Enumerable.Range(0, count).OrderBy(i => keys[i]), order);
        Assert.Equal(keys.OrderDescending(), RadixOrder.Descending(keys));
    }

    [Fact]
    public void Of_TheEndsOfTheRange_AreInOrder()
    {
        long[] keys = [0, long.MaxValue, long.MinValue, -1, 1];

        Assert.Equal([2, 3, 0, 4, 1], RadixOrder.Of(keys));
        Assert.Equal([long.MaxValue, 1, 0, -1, long.MinValue], RadixOrder.Descending(keys));
    }
}
