using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.History;

public sealed class PurchaseDaysTests
{
    [Fact]
    public void From_SeveralLinesOfADay_AreOnePurchase()
    {
        var days = new ALedger().Bought(1, 3, 100).Bought(1, 3, 50).Bought(1, 5, 70).Days(10);

        Assert.Equal([ALedger.Start.Value + 3, ALedger.Start.Value + 5], days.DaysOf(0));
        Assert.Equal([150 * Money.Scale, 70 * Money.Scale], days.AmountsOf(0));
    }

    [Fact]
    public void From_ReturnedLines_CountForWhatWasKept()
    {
        var days = new ALedger().Bought(1, 3, 100, returned: 2).Bought(1, 5, 100, returned: 1).Days(10);

        Assert.Equal([ALedger.Start.Value + 5], days.DaysOf(0));
        Assert.Equal([50 * Money.Scale], days.AmountsOf(0));
    }

    [Fact]
    public void From_AFreeLine_IsAPurchase() => Assert.Equal(1, new ALedger().Bought(1, 3, 0).Days(10).Count);

    [Fact]
    public void From_LinesAfterTheAsOfDate_AreNotSeen()
    {
        var ledger = new ALedger().Bought(1, 3).Bought(1, 10).Bought(1, 11);

        Assert.Equal(2, ledger.Days(10).Count);
    }

    [Fact]
    public void From_ACancellation_LiesApart()
    {
        var days = new ALedger().Bought(1, 3).Cancelled(1, 4, 30).Cancelled(2, 5, 10).Days(10);

        Assert.Equal(1, days.Count);
        Assert.Equal(
            [
                new(0, ALedger.Start.Value + 4, -30 * Money.Scale),
                new(1, ALedger.Start.Value + 5, -10 * Money.Scale),
            ],
            days.Adjustments
        );
    }

    [Fact]
    public void From_SomeBuyers_LeavesTheOthersWithoutDays()
    {
        var columns = new ALedger().Bought(1, 3).Bought(2, 4).Build();
        var only = new BuyerSet(2, b => b == 1);

        var days = PurchaseDays.From(columns, ALedger.Start + 10, PriceBase.SellerPrice, only);

        Assert.Equal(1, only.Count);
        Assert.True(days.DaysOf(0).IsEmpty);
        Assert.Equal(1, days.DaysOf(1).Length);
    }

    [Fact]
    public void From_Cancelled_Ends()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var columns = new ALedger().Bought(1, 3).Build();

        Assert.Throws<OperationCanceledException>(() =>
            PurchaseDays.From(columns, ALedger.Start, PriceBase.SellerPrice, cancellation: source.Token)
        );
    }
}
