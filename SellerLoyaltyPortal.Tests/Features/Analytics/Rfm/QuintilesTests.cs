using SellerLoyaltyPortal.Features.Analytics.Rfm;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Rfm;

public sealed class QuintilesTests
{
    [Fact]
    public void ScoreOf_TenDifferentValues_GivesTwoToEachFifth()
    {
        long[] values = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100];
        var quintiles = Quintiles.Of(values);

        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4, 5, 5], values.Select(quintiles.ScoreOf));
    }

    [Fact]
    public void ScoreOf_EqualValues_AreNeverTornApart()
    {
        // Seven of ten alike: the middle of their ranks is 35 %, the second fifth.
        long[] values = [1, 1, 1, 1, 1, 1, 1, 2, 3, 4];
        var quintiles = Quintiles.Of(values);

        Assert.Equal([2, 2, 2, 2, 2, 2, 2, 4, 5, 5], values.Select(quintiles.ScoreOf));
    }

    [Fact]
    public void ScoreOf_AllAlike_IsTheMiddle() =>
        Assert.Equal(3, Quintiles.Of([7, 7, 7, 7, 7, 7]).ScoreOf(7));

    [Fact]
    public void Of_NoOrOneValue_Works()
    {
        Assert.Equal(1, Quintiles.Of([]).ScoreOf(5));
        Assert.Equal(3, Quintiles.Of([5]).ScoreOf(5));
        Assert.Equal(3, Quintiles.Of([long.MaxValue - 1]).ScoreOf(long.MaxValue - 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void ScoreOf_RandomValues_IsTheFifthOfTheMiddleRank(int seed)
    {
        var random = new Random(seed);
        var values = Enumerable
            .Range(0, 500)
            .Select(_ => (long)Math.Pow(random.Next(1, 30), seed) - 20)
            .ToArray();
        var quintiles = Quintiles.Of(values);

        foreach (var value in values)
        {
            var below = values.Count(v => v < value);
            var alike = values.Count(v => v == value);
            var naive = Math.Min(5, 1 + (2 * below + alike) * 5 / (2 * values.Length));
            Assert.Equal(naive, quintiles.ScoreOf(value));
        }
    }
}
