using SellerLoyaltyPortal.Features.Analytics.Lifetime;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Lifetime;

public sealed class HoldOutTests
{
    private static readonly HistoryGroups Calibration = HistoryGroups.From(Cdnow.Calibration);

    [Theory]
    [InlineData("bgnbd")]
    [InlineData("pnbd")]
    public void Of_CdnowSample_EqualsTheReferenceByFrequency(string which)
    {
        var bgNbd = new BgNbdModel(BgNbdFit.To(Calibration).Parameters);
        var pareto = new ParetoNbdModel(ParetoNbdFit.To(Calibration).Parameters);
        var check = HoldOut.Of(
            Cdnow.SampleDays,
            Cdnow.CalibrationEnd,
            (buyer, weeks) =>
                which == "bgnbd"
                    ? bgNbd.ExpectedPurchases(buyer, weeks)
                    : pareto.ExpectedPurchases(buyer, weeks)
        );

        var reference = Cdnow.Reference.GetProperty("holdout_by_x").EnumerateArray().ToList();
        Assert.Equal(39, check.Weeks);
        Assert.Equal(reference.Count, check.ByFrequency.Count);
        foreach (var (expected, row) in reference.Zip(check.ByFrequency))
        {
            Assert.Equal((int)expected.Number("n"), row.Buyers);
            Close.Absolute(expected.Number("actual"), row.Actual, 6e-5);
            Close.Absolute(expected.Number(which), row.Expected, 6e-5);
        }
        Assert.Equal(Cdnow.Reference.Number("repeat_tx_holdout"), check.Actual);
        Close.Absolute(which == "bgnbd" ? -0.1215 : -0.1150, check.RelativeError!.Value, 1e-3);
    }
}
