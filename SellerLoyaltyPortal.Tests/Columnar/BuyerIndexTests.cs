using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Columnar;

public sealed class BuyerIndexTests
{
    [Fact]
    public void TryFind_ThousandsOfIds_FindsEachAndNoOther()
    {
        var ids = Enumerable
            .Range(0, 5_000)
            .Select(i => i % 3 == 0 ? $"покупатель-{i}" : $"b{i * 7}")
            .ToList();
        var builder = new PurchaseColumnsBuilder();
        for (var i = ids.Count - 1; i >= 0; i--)
            builder.AddBuyer(10L * i - 100, new BuyerId(ids[i]));
        var index = builder.Build().Buyers;
        Assert.Equal(ids.Count, index.Count);
        for (var i = 0; i < ids.Count; i++)
        {
            Assert.True(index.TryFind(new BuyerId(ids[i]), out var ordinal));
            Assert.Equal(i, ordinal);
            Assert.Equal(ids[i], index[ordinal].Value);
            Assert.Equal(10L * i - 100, index.KeyOf(ordinal));
            Assert.True(index.TryFindKey(10L * i - 100, out var byKey));
            Assert.Equal(i, byKey);
            Assert.False(index.TryFind(new BuyerId(ids[i] + "x"), out _));
            Assert.False(index.TryFindKey(10L * i - 99, out _));
        }
    }

    [Fact]
    public void TryFind_EmptyIndex_FindsNobody()
    {
        var index = new PurchaseColumnsBuilder().Build().Buyers;
        Assert.False(index.TryFind(new BuyerId("b1"), out var ordinal));
        Assert.Equal(-1, ordinal);
        Assert.False(index.TryFindKey(0, out _));
    }
}
