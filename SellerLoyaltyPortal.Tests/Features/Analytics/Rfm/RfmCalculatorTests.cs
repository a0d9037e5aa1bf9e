using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Analytics.Rfm;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Rfm;

public sealed class RfmCalculatorTests
{
    private static readonly DayRange AllTime = new(DayNumber.Of(2010, 12, 1), OnlineRetail.AsOf);

    [Fact]
    public void Score_OnlineRetail_HasTheReferencesSummary()
    {
        var table = RfmCalculator.Score(OnlineRetail.Columns, AllTime, PriceBase.SellerPrice);

        var reference = Cdnow.Json("online_retail_reference.json").GetProperty("rfm_summary");
        Assert.Equal(4339, table.Count);
        // The reference counts from the day after the last and leaves out one buyer of a single free line.
        Close.Absolute(
            reference.GetProperty("R").Number("mean"),
            table.DaysSinceLastPurchase.Average() + 1,
            0.05
        );
        Close.Absolute(reference.GetProperty("F").Number("mean"), table.Orders.Average(), 0.002);
        Assert.Equal(reference.GetProperty("F").Number("max"), table.Orders.Max());
        Assert.Equal(reference.GetProperty("R").Number("max"), table.DaysSinceLastPurchase.Max() + 1);
        Assert.Equal(8_300_065.814m, table.Money.Sum() / 10_000m + CancelledByOthers());
    }

    [Fact]
    public void Score_OnlineRetail_GridHoldsEverybodyOnce()
    {
        var table = RfmCalculator.Score(OnlineRetail.Columns, AllTime, PriceBase.SellerPrice);
        var (buyers, money) = table.Grid();

        Assert.Equal(table.Count, buyers.Cast<int>().Sum());
        Assert.Equal(table.Money.Sum(), money.Cast<long>().Sum());
        // 34 % have one order: the middle of their ranks is 17 %, so they all are in the first fifth.
        Assert.Equal(1494, Enumerable.Range(0, 5).Sum(r => buyers[r, 0]));
    }

    [Fact]
    public void Score_Window_CountsOnlyWhatLiesInIt()
    {
        var columns = new ALedger()
            .Bought(1, 0, 500)
            .Bought(1, 20, 100, order: 7)
            .Bought(1, 20, 40, order: 7)
            .Bought(1, 25, 10)
            .Cancelled(1, 26, 30)
            .Bought(1, 31, 999)
            .Bought(2, 5, 100)
            .Cancelled(3, 20, 5)
            .Build();

        var table = RfmCalculator.Score(
            columns,
            new(ALedger.Start + 10, ALedger.Start + 30),
            PriceBase.SellerPrice
        );

        Assert.Equal([0], table.Buyers);
        Assert.Equal([5], table.DaysSinceLastPurchase);
        Assert.Equal([2], table.Orders);
        Assert.Equal([120 * Money.Scale], table.Money);
        Assert.True(table.RowOf(1) < 0);
    }

    [Fact]
    public void Of_EveryCellOfTheGrid_BelongsToOneSegment()
    {
        var segments =
            from r in Enumerable.Range(1, 5)
            from f in Enumerable.Range(1, 5)
            select RfmSegments.Of(r, f);

        Assert.Equal(Enum.GetValues<RfmSegment>().ToHashSet(), segments.ToHashSet());
        Assert.Throws<ArgumentOutOfRangeException>(() => RfmSegments.Of(0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => RfmSegments.Of(3, 6));
    }

    // Lines of the 33 customers who only cancelled.
    private static decimal CancelledByOthers() =>
        OnlineRetail
            .Lines.GroupBy(l => l.BuyerKey)
            .Where(g => g.All(l => l.SellerPrice < Money.Zero))
            .Sum(g => g.Sum(l => l.SellerPrice.ToDecimal()));
}
