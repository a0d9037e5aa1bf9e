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

    [Theory]
    [InlineData(1_000, 1_000)]
    [InlineData(1_000, 1_300)]
    [InlineData(1_024, 3_000)]
    [InlineData(0, 5)]
    public void With_SomePlaces_SharesThePiecesInBetweenAndLeavesTheFirstAsItIs(int length, int longer)
    {
        var values = Enumerable.Range(0, length).ToArray();
        var before = ChunkedInts.Of(values, ChunkedInts.SmallChunkBits);
        int[] places = [.. new[] { 0, 3, 255, 700, longer - 1 }.Where(p => p < longer).Distinct().Order()];
        var after = before.With(longer, -5, places, [.. places.Select(p => -100 - p)]);
        Assert.Equal(values, Enumerable.Range(0, length).Select(i => before[i]));
        Assert.Equal(longer, after.Length);
        for (var i = 0; i < longer; i++)
            Assert.Equal(
                places.Contains(i) ? -100 - i
                    : i < length ? i
                    : -5,
                after[i]
            );
        if (length >= 1_000)
            Assert.True(System.Runtime.CompilerServices.Unsafe.AreSame(ref before[256], ref after[256]));
        var read = new int[longer];
        after.Read(0, read);
        Assert.Equal(Enumerable.Range(0, longer).Select(i => after[i]), read);
    }
}
