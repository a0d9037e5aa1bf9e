using SellerLoyaltyPortal.Features.Eligibility.Sorting;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility.Sorting;

public sealed class RadixSortTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(511, 1_000)]
    [InlineData(512, 1_000)]
    [InlineData(5_000, 1)]
    [InlineData(5_000, 2)]
    [InlineData(5_000, 2_048)]
    [InlineData(5_000, 2_049)]
    [InlineData(20_000, 50_000_000_000)]
    [InlineData(5_000, long.MaxValue)]
    public void Sort_AnyRange_IsTheOrderOfComparing(int length, long range)
    {
        var random = new Random(length);
        foreach (var offset in new[] { 0L, -range / 2, -range })
        {
            var values = Enumerable.Range(0, length).Select(_ => random.NextInt64(range) + offset).ToArray();
            AssertSorts(values);
        }
    }

    [Fact]
    public void Sort_BothEndsOfLong_StandAtTheEnds()
    {
        var random = new Random(3);
        var values = Enumerable.Range(0, 600).Select(i => i % 2 == 0 ? long.MaxValue - i : long.MinValue + i);
        AssertSorts([
            .. values,
            .. Enumerable.Range(0, 600).Select(_ => random.NextInt64(long.MinValue, long.MaxValue)),
        ]);
    }

    private static void AssertSorts(long[] values)
    {
        var expected = values.Order().ToArray();

        RadixSort.Sort(values);

        Assert.Equal(expected, values);
    }
}
