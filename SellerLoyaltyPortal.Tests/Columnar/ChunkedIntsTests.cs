using SellerLoyaltyPortal.Columnar;

namespace SellerLoyaltyPortal.Tests.Columnar;

public sealed class ChunkedIntsTests
{
    private const int Chunk = 1 << ChunkedInts.ChunkBits;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Chunk)]
    [InlineData(2 * Chunk + 5)]
    public void Of_Values_AreReadBack(int length)
    {
        var values = Enumerable.Range(-7, length).ToArray();
        var made = ChunkedInts.Of(values);
        Assert.Equal(length, made.Length);
        Assert.Equal(values, Enumerable.Range(0, length).Select(i => made[i]));
        Assert.True(made.From(length).IsEmpty);
        Assert.True(made.Slice(length, 0).IsEmpty);
    }

    [Fact]
    public void Write_FromAnotherAcrossChunks_CopiesThose()
    {
        var source = ChunkedInts.Of(Enumerable.Range(0, 3 * Chunk).ToArray());
        var target = new ChunkedInts(3 * Chunk);
        target.Fill(0, -1);
        target.Write(10, source, Chunk - 3, Chunk + 7);
        target.Fill(3 * Chunk - 2, -2);
        Assert.Equal(-1, target[9]);
        Assert.Equal(
            Enumerable.Range(Chunk - 3, Chunk + 7),
            Enumerable.Range(10, Chunk + 7).Select(i => target[i])
        );
        Assert.Equal(-1, target[Chunk + 17]);
        Assert.Equal((-1, -2), (target[3 * Chunk - 3], target[3 * Chunk - 1]));
    }

    [Fact]
    public void Item_BeyondTheEnd_Throws()
    {
        var made = ChunkedInts.Of([1, 2, 3]);
        Assert.Throws<IndexOutOfRangeException>(() => made[3]);
    }
}
