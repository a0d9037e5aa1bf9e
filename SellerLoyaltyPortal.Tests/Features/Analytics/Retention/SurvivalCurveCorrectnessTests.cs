namespace SellerLoyaltyPortal.Tests.Features.Analytics.Retention;

public sealed class SurvivalCurveCorrectnessTests
{
    [Theory]
    [InlineData(6, 21, 0.8571)]
    [InlineData(7, 17, 0.8067)]
    [InlineData(10, 15, 0.7529)]
    [InlineData(13, 12, 0.6902)]
    [InlineData(16, 11, 0.6275)]
    [InlineData(22, 7, 0.5378)]
    [InlineData(23, 6, 0.4482)]
    public void From_TheTextbookExample_GivesTheTextbookCurve(int day, int atRisk, double survival)
    {
        var point = Remission.Curve().Points.Single(p => p.Day == day);

        Assert.Equal(atRisk, point.AtRisk);
        Close.Absolute(1 - survival, point.Share, 5e-5);
    }

    [Fact]
    public void From_TheTextbookExample_GivesTheTextbookBand()
    {
        // Greenwood's standard error at 10 is 0.0963; on the log(-log) scale that is 0.503 … 0.889 for S.
        var point = Remission.Curve().Points.Single(p => p.Day == 10);

        Close.Absolute(1 - 0.889, point.Lower, 1e-3);
        Close.Absolute(1 - 0.503, point.Upper, 1e-3);
    }

    [Fact]
    public void After_DaysInBetween_KeepTheLastValueAndBeyondAreUnknown()
    {
        var curve = Remission.Curve();

        Assert.Equal(curve.After(10), curve.After(12));
        Assert.Equal(0, curve.After(3)!.Value.Share);
        Assert.NotNull(curve.After(35));
        Assert.Null(curve.After(36));
        Assert.Equal(23, curve.Median());
        Assert.Equal((21, 9), (curve.Buyers, curve.Repeated));
    }
}
