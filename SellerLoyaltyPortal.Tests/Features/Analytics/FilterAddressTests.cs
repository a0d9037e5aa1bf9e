using SellerLoyaltyPortal.Features.Analytics;
using SellerLoyaltyPortal.Features.Analytics.Rfm;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Analytics;

public sealed class FilterAddressTests
{
    private static readonly BuyerFilter Everything = new()
    {
        Segment = RfmSegment.AtRisk,
        WithDiscount = false,
        AtLeast = Money.FromDecimal(-12.5m),
        Below = Money.FromUnits(2000),
        FirstFrom = DayNumber.Of(2026, 1, 1),
        FirstTo = DayNumber.Of(2026, 3, 31),
        Category = "Чай & кофе",
    };

    [Theory]
    [InlineData("")]
    [InlineData(FilterAddress.Compared)]
    public void Read_WhatWriteWrote_IsTheSameFilter(string prefix)
    {
        var address = FilterAddress.Write(Everything, prefix).ToDictionary(p => p.Name, p => p.Value);

        Assert.Equal(FilterAddress.Names.Count, address.Count);
        Assert.All(address.Keys, name => Assert.StartsWith(prefix, name, StringComparison.Ordinal));
        Assert.Equal(Everything, FilterAddress.Read(address.GetValueOrDefault, prefix));
        Assert.Empty(FilterAddress.Write(BuyerFilter.Everybody, prefix));
    }

    [Theory]
    [InlineData("segment", "Everyone")]
    [InlineData("segment", "99")]
    [InlineData("program", "maybe")]
    [InlineData("from", "1,5")]
    [InlineData("from", "0.00001")]
    [InlineData("below", "1e30")]
    [InlineData("firstFrom", "yesterday")]
    [InlineData("firstTo", "2026-02-30")]
    public void Read_WhatCannotBe_RestrictsNothingAndIsTold(string name, string value)
    {
        var wrong = new List<string>();

        var filter = FilterAddress.Read(n => n == name ? value : null, wrong: wrong);

        Assert.Equal(BuyerFilter.Everybody, filter);
        Assert.Equal([name], wrong);
    }
}
