using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Analytics;
using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Features.Analytics.Lifetime;

namespace SellerLoyaltyPortal.Tests.Features.Analytics;

public sealed class ForecastMakerTests
{
    private static readonly ForecastResult Result = ForecastMaker.Make(
        Cdnow.SampleDays,
        365,
        yearlyDiscount: 0.1,
        CancellationToken.None
    );

    [Fact]
    public void Make_CdnowSample_AddsUpWhatTheModelsExpectOfEachBuyer()
    {
        var buyers = CustomerSummaries.From(Cdnow.SampleDays).Summaries;
        var forecast = new SpendForecast(Result.Purchases, Result.Spend);
        var each = buyers.Select(b => forecast.Of(b, 365 / 7.0)).ToList();

        Close.Relative(each.Sum(f => f.Purchases), Result.Totals.Purchases, 1e-9);
        Close.Relative(each.Sum(f => f.Spend), Result.Totals.Spend, 1e-9);
        Assert.InRange(Result.Totals.DiscountedSpend, 0.92 * Result.Totals.Spend, 0.98 * Result.Totals.Spend);
    }

    [Fact]
    public void Make_CdnowSample_GivesIntervalsOfAFewPercent()
    {
        Assert.InRange(Result.Totals.PurchasesMargin!.Value / Result.Totals.Purchases, 0.02, 0.25);
        Assert.InRange(Result.Totals.SpendMargin!.Value / Result.Totals.Spend, 0.02, 0.3);
    }

    [Fact]
    public void Make_CdnowSample_IsCheckedOnTheLastThird()
    {
        Assert.Equal(Cdnow.End - 181, Result.CalibrationEnd);
        Assert.Equal(26, Result.Check.Weeks);
        Assert.Equal(2357, Result.Check.ByFrequency.Sum(r => r.Buyers));
        Assert.NotEqual(ForecastTrust.Unknown, Result.Trust);
        Assert.Equal(78, Result.Tracking.Count);
    }

    [Fact]
    public void Make_Cancelled_Ends()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            ForecastMaker.Make(Cdnow.SampleDays, 365, 0.1, source.Token)
        );
    }

    [Fact]
    public void MissingFrom_TooLittle_NamesEverythingThatIsMissing()
    {
        var few = new ALedger().Bought(1, 0).Bought(2, 5).Days(100);
        var none = PurchaseDays.From(new ALedger().Build(), ALedger.Start, PriceBase.SellerPrice);

        Assert.Equal(Enum.GetValues<ForecastShortfall>(), ForecastMinimum.MissingFrom(few));
        Assert.Equal(Enum.GetValues<ForecastShortfall>(), ForecastMinimum.MissingFrom(none));
        Assert.Empty(ForecastMinimum.MissingFrom(Cdnow.SampleDays));
    }

    [Fact]
    public void SpendCorrelation_Cdnow_IsSmall() =>
        Close.Absolute(0.11, SpendCorrelation.Of(Cdnow.Calibration), 0.01);
}
