using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Features.Analytics.Retention;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Retention;

public sealed class RepeatTimesTests
{
    private static readonly PurchaseDays Days = new ALedger()
        .Bought(1, 0)
        .Bought(1, 10)
        .Bought(1, 40)
        .Bought(2, 5)
        .Bought(2, 15)
        .Bought(3, 20)
        .Bought(4, 90)
        .Days(100);

    [Fact]
    public void Curve_SecondPurchase_CensorsThoseNotYetBack()
    {
        var curve = RepeatTimes.Curve(Days);

        Assert.Equal((4, 2), (curve.Buyers, curve.Repeated));
        // Buyer 4 has been watched for just 10 days, so still counts on day 10: two of four.
        Close.Relative(0.5, curve.After(10)!.Value.Share, 1e-12);
        Assert.Equal(80, curve.LongestWatched);
    }

    [Fact]
    public void Curve_ThirdPurchase_StartsAtTheSecond()
    {
        var curve = RepeatTimes.Curve(Days, n: 2);

        Assert.Equal((2, 1), (curve.Buyers, curve.Repeated));
        Assert.Equal([30], curve.Points.Select(p => p.Day));
    }

    [Fact]
    public void Intervals_OnlyCompletedOnes_AreCounted()
    {
        var intervals = RepeatTimes.Intervals(Days);

        Assert.Equal(3, intervals.Count);
        Close.Relative(50 / 3.0, intervals.Mean!.Value, 1e-12);
        Assert.Equal(10, intervals.Median);
        Assert.Equal(30, intervals.Longest);
        Assert.Equal([0, 2, 1, 0, 0, 0, 0], intervals.Bands());
        Assert.Equal(2, intervals.CountBetween(0, 29));
    }

    [Fact]
    public void Intervals_NobodyCameBack_HaveNoRhythm()
    {
        var intervals = RepeatTimes.Intervals(new ALedger().Bought(1, 0).Days(10));

        Assert.Null(intervals.Mean);
        Assert.Null(intervals.Median);
        Assert.Equal(0, intervals.Count);
    }

    [Fact]
    public void Curve_OnlineRetail_EndsAboveTheShareThatCameBackSoFar()
    {
        var days = PurchaseDays.From(OnlineRetail.Columns, OnlineRetail.AsOf, PriceBase.SellerPrice);
        var curve = RepeatTimes.Curve(days);

        Assert.Equal(4339, curve.Buyers);
        Assert.Equal(2790, curve.Repeated);
        // Those who came late had less time: counting only who is back already understates.
        Assert.True(curve.After(300)!.Value.Share > 2790 / 4339.0);
        Assert.Equal(days.Count - 4339, RepeatTimes.Intervals(days).Count);
        Assert.All(curve.Points, p => Assert.True(p.Lower <= p.Share && p.Share <= p.Upper));
    }

    [Fact]
    public void Count_ByMonth_EverybodyIsNewOnceAndRevenueAddsUp()
    {
        var days = PurchaseDays.From(OnlineRetail.Columns, OnlineRetail.AsOf, PriceBase.SellerPrice);
        var months = ActivityByMonth.Count(days);

        Assert.Equal(13, months.Count);
        Assert.False(months[^1].IsFinished);
        Assert.Equal(4339, months.Sum(m => m.New));
        Assert.Equal(
            89_114_079_040,
            months.Sum(m => m.NewRevenue + m.ReturningRevenue + m.ReactivatedRevenue)
        );
    }

    [Fact]
    public void Count_QuietThenBack_IsLapsedThenReactivated()
    {
        var months = ActivityByMonth.Count(
            new ALedger().Bought(1, 0, 10).Bought(1, 20, 20).Bought(1, 45, 30).Bought(1, 150, 40).Days(170)
        );

        // January new, February returning, lapsed 91 days after 15 February (in May), back on 31 May.
        Assert.Equal([1, 0, 0, 0, 0, 0], months.Select(m => m.New));
        Assert.Equal([0, 1, 0, 0, 0, 0], months.Select(m => m.Returning));
        Assert.Equal([0, 0, 0, 0, 1, 0], months.Select(m => m.Lapsed));
        Assert.Equal([0, 0, 0, 0, 1, 0], months.Select(m => m.Reactivated));
        Assert.Equal(30 * Money.Scale, months[0].NewRevenue);
        Assert.Equal(40 * Money.Scale, months[4].ReactivatedRevenue);
    }
}
