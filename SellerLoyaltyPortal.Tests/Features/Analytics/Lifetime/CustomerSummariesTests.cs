using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Features.Analytics.Lifetime;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Lifetime;

public sealed class CustomerSummariesTests
{
    [Fact]
    public void From_CdnowSample_EqualsTheReferenceBuyerByBuyer()
    {
        var summaries = Cdnow.Calibration;

        Assert.Equal(2357, summaries.Length);
        foreach (var (row, summary) in CdnowCustomers.All.Zip(summaries))
        {
            Assert.Equal(row.Repeats, summary.RepeatPurchases);
            Close.Absolute(row.LastDays, summary.LastPurchaseAge * 7, 1e-9, row.Id);
            Close.Absolute(row.AgeDays, summary.ObservedAge * 7, 1e-9, row.Id);
            Close.Absolute(row.RepeatSpend, summary.MeanRepeatSpend * summary.RepeatPurchases, 1e-6, row.Id);
        }
    }

    [Fact]
    public void From_CdnowSample_HasThePublishedTotals()
    {
        var days = Cdnow.SampleDays;

        Assert.Equal(Cdnow.Reference.Number("distinct_customer_days"), days.Count);
        Assert.Equal(Cdnow.Reference.Number("repeat_tx_cal"), Cdnow.Calibration.Sum(s => s.RepeatPurchases));
        Assert.Equal(946, Cdnow.Calibration.Count(s => s.RepeatPurchases > 0));
        Assert.Equal(6919, Cdnow.Sample.LineCount);
    }

    [Fact]
    public void From_OnlineRetail_LeavesOutBuyersWhoOnlyCancelled()
    {
        var (summaries, buyers) = OnlineRetailSummaries.Daily;

        Assert.Equal(4339, summaries.Length);
        Assert.Equal(2790, summaries.Count(s => s.RepeatPurchases > 0));
        Assert.Equal(4372, OnlineRetail.Columns.BuyerCount);
        Assert.Equal(summaries.Length, buyers.Length);
    }

    [Fact]
    public void Of_ABuyerBeforeTheirFirstPurchase_IsNothing()
    {
        var days = PurchaseDays.From(Cdnow.Sample, Cdnow.End, PriceBase.PricePaid);

        Assert.Null(CustomerSummaries.Of(days, 0, Cdnow.Start - 1));
        Assert.Equal(0, CustomerSummaries.Of(days, 0, Cdnow.Start)!.Value.RepeatPurchases);
    }
}
