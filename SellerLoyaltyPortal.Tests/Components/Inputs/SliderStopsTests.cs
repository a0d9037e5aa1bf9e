using SellerLoyaltyPortal.Components.Inputs;

namespace SellerLoyaltyPortal.Tests.Components.Inputs;

public sealed class SliderStopsTests
{
    private static readonly IReadOnlyList<long> Stops = SliderStops.Between(1_000, 100_000, 100);

    [Fact]
    public void Between_WholeRange_StartsAndEndsAtItsEnds()
    {
        Assert.Equal(1_000, Stops[0]);
        Assert.Equal(100_000, Stops[^1]);
    }

    [Fact]
    public void Between_EveryStop_IsAMultipleOfTheStepAndGreaterThanTheOneBefore()
    {
        Assert.All(Stops, stop => Assert.Equal(0, stop % 100));
        Assert.All(Stops.Zip(Stops.Skip(1)), pair => Assert.True(pair.Second > pair.First));
    }

    [Fact]
    public void Between_UpToTenThousand_HasEveryStep() =>
        Assert.Equal(Enumerable.Range(10, 91).Select(i => i * 100L), Stops.TakeWhile(s => s <= 10_000));

    [Fact]
    public void Between_WideRange_HasStopsApartByAtMostATenth() =>
        Assert.All(Stops.Zip(Stops.Skip(1)), pair => Assert.True(pair.Second <= pair.First * 1.1));

    [Theory]
    [InlineData(5, 5, 1, new long[] { 5 })]
    [InlineData(3, 6, 1, new long[] { 3, 4, 5, 6 })]
    [InlineData(10, 25, 10, new long[] { 10, 20, 25 })]
    public void Between_SmallRange_IsExact(long from, long to, long step, long[] expected) =>
        Assert.Equal(expected, SliderStops.Between(from, to, step));

    [Theory]
    [InlineData(0, 1_000)]
    [InlineData(1_049, 1_000)]
    [InlineData(1_051, 1_100)]
    [InlineData(999_999, 100_000)]
    public void Nearest_AnyValue_IsTheClosestStop(long value, long expected) =>
        Assert.Equal(expected, Stops[SliderStops.Nearest(Stops, value)]);

    [Fact]
    public void Between_NonsenseRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SliderStops.Between(2, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SliderStops.Between(1, 2, 0));
    }
}
