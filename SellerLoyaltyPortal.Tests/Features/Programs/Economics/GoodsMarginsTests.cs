using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Economics;

public sealed class GoodsMarginsTests
{
    // k 25 %, c 1 %: at 10 % off a piece of price 100 leaves 66.6 less its cost, without the discount 75.
    private static readonly UnitMargins TenOff = UnitMargins.Of(UnitEconomics.Default, Percent.FromWhole(10));

    [Theory]
    [InlineData(66.5, false, false)]
    [InlineData(66.6, false, false)]
    [InlineData(66.7, true, false)]
    [InlineData(75, true, false)]
    [InlineData(75.1, false, true)]
    public void Of_FloorZero_FlagsWhatLosesMoneyWithTheDiscountOnly(double cost, bool pushed, bool already)
    {
        var margins = Of([("a", 10, 1_000)], [("a", (decimal)cost)], default);

        Assert.Equal(pushed, margins.Pushed.Count == 1);
        Assert.Equal(already, margins.AlreadyBelow.Count == 1);
    }

    [Fact]
    public void Of_HigherFloor_FlagsMore()
    {
        var margins = Of([("a", 1, 100)], [("a", 60m)], Percent.FromWhole(10));

        var goods = Assert.Single(margins.Pushed);
        Assert.Equal((0.15m, 0.066m), (goods.Before, goods.After));
        Assert.Equal((Money.FromUnits(100), Money.FromUnits(60)), (goods.Price, goods.Cost));
    }

    [Fact]
    public void Of_SomeWithoutCostOrSales_CountsWhatIsKnown()
    {
        var margins = Of(
            [("a", 2, 200), ("unknown", 3, 600), ("returned", 0, 0), ("cancelled", -1, -50)],
            [("a", 70m), ("returned", 1m), ("never-sold", 5m)],
            default
        );

        Assert.Equal((2, 1), (margins.Goods, margins.GoodsWithCost));
        Assert.Equal(
            (Money.FromUnits(800), Money.FromUnits(200)),
            (margins.Revenue, margins.RevenueWithCost)
        );
        Assert.Equal(0.7m, margins.CostShare);
        Assert.Equal(0.25, margins.PushedShare);
    }

    [Fact]
    public void Of_NothingKnown_HasNoShare()
    {
        var margins = Of([], [], default);

        Assert.Null(margins.CostShare);
        Assert.Equal(0, margins.PushedShare);
    }

    [Fact]
    public void Of_GoodsWithoutPiecesOrRevenue_AreNotCounted()
    {
        var margins = Of([("free", 5, 0), ("none", 0, 100), ("back", -1, 10), ("one", 1, 100)], [], default);

        Assert.Equal((1, Money.FromUnits(100)), (margins.Goods, margins.Revenue));
    }

    private static GoodsMargins Of(
        (string Sku, long Pieces, int Revenue)[] sold,
        (string Sku, decimal Cost)[] costs,
        Percent floor
    ) =>
        GoodsMargins.Of(
            sold.Select(s => (s.Sku, s.Pieces, Money.FromUnits(s.Revenue))),
            costs.ToDictionary(c => c.Sku, c => Money.FromDecimal(c.Cost), StringComparer.Ordinal),
            TenOff,
            floor
        );
}
