using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Features.Analytics.Value;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Value;

public sealed class CohortValuesTests
{
    [Fact]
    public void Sum_ACohort_IsDividedByAllItsMembers()
    {
        var values = CohortValues.Sum(
            new ALedger()
                .Bought(1, 0, 100)
                .Bought(1, 30, 60)
                .Bought(1, 45, 40, returned: 1)
                .Bought(2, 20, 300)
                .Cancelled(2, 25, 50)
                .Bought(3, 40, 10)
                .Days(89),
            CohortPeriod.Month
        );

        var january = values[0];
        Assert.Equal(2, january.Buyers);
        Assert.Equal(200, january.PerBuyerBy(0));
        Assert.Equal(175, january.PerBuyerBy(29));
        Assert.Equal(205, january.PerBuyerBy(30));
        Assert.Equal(215, january.PerBuyerBy(58));
        // The last of January is watched for 59 days only.
        Assert.Equal(59, january.ObservedDays);
        Assert.Null(january.PerBuyerBy(60));
        Assert.Equal(1, values[1].Buyers);
        Assert.Null(values[2].PerBuyerBy(0));
    }

    [Fact]
    public void Sum_OnlineRetail_AddsUpToTheNetTotalOfItsBuyers()
    {
        var days = PurchaseDays.From(OnlineRetail.Columns, OnlineRetail.AsOf + 500, PriceBase.SellerPrice);
        var values = CohortValues.Sum(days, CohortPeriod.Month);

        var summed = values.Sum(v => v.TotalBy(400) ?? 0);
        var firsts = Enumerable
            .Range(0, days.BuyerCount)
            .Select(b => days.DaysOf(b) is [var day, ..] ? day : int.MaxValue)
            .ToArray();
        var before = days.Adjustments.Where(a => a.Day < firsts[a.Buyer]).Sum(a => a.Amount);
        Assert.Equal(83_000_658_140, summed + before);
        Assert.Equal(4339, values.Sum(v => v.Buyers));
    }

    [Fact]
    public void Sum_NothingBought_IsEmpty() =>
        Assert.Empty(CohortValues.Sum(new ALedger().Bought(1, 5).Days(4), CohortPeriod.Week));
}
