using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Features.Analytics.Value;
using SellerLoyaltyPortal.Shared;
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
                .Build(),
            ALedger.Start + 89,
            CohortPeriod.Month,
            PriceBase.SellerPrice
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
        var values = CohortValues.Sum(
            OnlineRetail.Columns,
            OnlineRetail.AsOf + 500,
            CohortPeriod.Month,
            PriceBase.SellerPrice
        );

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
        Assert.Empty(
            CohortValues.Sum(
                new ALedger().Bought(1, 5).Build(),
                ALedger.Start + 4,
                CohortPeriod.Week,
                PriceBase.SellerPrice
            )
        );

    [Fact]
    public void Sum_SeededLedgers_EqualsAddingUpTheDaysOfEachBuyer()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var columns = SeededLedgers.Columns(SeededLedgers.Lines(seed));
            var asOf = SeededLedgers.FirstDay + 700;
            var days = PurchaseDays.From(columns, asOf, PriceBase.PricePaid);
            foreach (var cohort in CohortValues.Sum(columns, asOf, CohortPeriod.Quarter, PriceBase.PricePaid))
                Assert.Equal(Naive(days, cohort.Days, 250), cohort.SoFarBy(250).Revenue);
        }
    }

    [Fact]
    public void SoFarBy_BeyondWhatWasWatched_HoldsWhatMembersHaveBroughtUpToNow()
    {
        var value = CohortValues.Sum(
            new ALedger().Bought(1, 0, 100).Bought(1, 40, 50).Bought(2, 30, 10).Build(),
            ALedger.Start + 45,
            CohortPeriod.Month,
            PriceBase.SellerPrice
        )[0];

        Assert.Equal(15, value.ObservedDays);
        Assert.Null(value.SumsBy(40));
        Assert.Equal(160 * Money.Scale, value.SoFarBy(40).Revenue);
        Assert.Equal(160 * Money.Scale, value.SoFarBy(700).Undiscounted);
    }

    private static long Naive(PurchaseDays days, DayRange cohort, int within)
    {
        var sum = 0L;
        for (var buyer = 0; buyer < days.BuyerCount; buyer++)
        {
            if (days.DaysOf(buyer) is not [var first, ..] || !cohort.Contains(new(first)))
                continue;
            for (var i = 0; i < days.DaysOf(buyer).Length; i++)
                sum += days.DaysOf(buyer)[i] - first <= within ? days.AmountsOf(buyer)[i] : 0;
            sum += days
                .Adjustments.Where(a => a.Buyer == buyer && a.Day >= first && a.Day - first <= within)
                .Sum(a => a.Amount);
        }
        return sum;
    }
}
