using SellerLoyaltyPortal.Features.Purchases.Import;

namespace SellerLoyaltyPortal.Tests.Features.Purchases.Import;

public sealed class HashTable64Tests
{
    [Fact]
    public void Find_ManyHashes_KnowsEachOnceWithItsValue()
    {
        var random = new Random(5);
        using var table = new HashTable64<int>();
        var twin = new Dictionary<ulong, int>();
        for (var i = 0; i < 200_000; i++)
        {
            // Few parts, so that they grow often; some hashes twice.
            var hash = ((ulong)random.Next(3) << 56) | (ulong)random.NextInt64(1, 1L << 40) % 90_000;
            hash = Math.Max(1, hash * 0x9E3779B1);
            ref var value = ref table.Find(hash, out var known);
            Assert.Equal(twin.TryGetValue(hash, out var expected), known);
            Assert.Equal(expected, value);
            value = twin[hash] = i;
        }
        Assert.Equal(twin.Count, table.Count);
        Assert.InRange(twin.Count, 50_000, 199_000);
    }

    [Fact]
    public void Find_Zero_IsAHashLikeAnyOther()
    {
        using var table = new HashTable64<byte>();
        table.Find(0, out var first);
        table.Find(0, out var second);
        Assert.False(first);
        Assert.True(second);
    }
}
